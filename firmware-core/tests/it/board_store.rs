//! The store of the board's memory, on a flash whose power can go at any operation.

#[path = "../../src/board/store.rs"]
#[expect(dead_code, reason = "only the board says a fault's number")]
pub mod store;

use embedded_storage_async::nor_flash::{ErrorType, NorFlash, NorFlashError, NorFlashErrorKind, ReadNorFlash};
use firmware_core::card::CardId;
use firmware_core::pedestal::Memory;
use firmware_core::validator;
use sequential_storage::map::MapConfig;
use store::{Fault, Item, Store};

const PAGE: usize = 4096;
const PAGES: usize = 4;
const LEN: usize = 3_072;
const KIND: u8 = b'P';

/// A flash like the Pico's: bits are set by pages of 4,096 bytes, and cleared byte by byte.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Flash {
    pub bytes: Vec<u8>,
    /// How many bytes can still be erased or written before the power goes.
    pub power: Option<usize>,
}

/// The power is gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dark;

impl NorFlashError for Dark {
    fn kind(&self) -> NorFlashErrorKind {
        NorFlashErrorKind::Other
    }
}

impl Flash {
    fn new() -> Self {
        Self { bytes: vec![0xff; PAGE * PAGES], power: None }
    }

    /// How many of `count` bytes are done before the power goes.
    fn spend(&mut self, count: usize) -> usize {
        let Some(power) = &mut self.power else { return count };
        let done = count.min(*power);
        *power -= done;
        done
    }
}

impl ErrorType for Flash {
    type Error = Dark;
}

impl ReadNorFlash for Flash {
    const READ_SIZE: usize = 1;

    async fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), Dark> {
        let from = offset as usize;
        bytes.copy_from_slice(&self.bytes[from..from + bytes.len()]);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.bytes.len()
    }
}

impl NorFlash for Flash {
    const WRITE_SIZE: usize = 1;
    const ERASE_SIZE: usize = PAGE;

    async fn erase(&mut self, from: u32, to: u32) -> Result<(), Dark> {
        let (from, to) = (from as usize, to as usize);
        let done = self.spend(to - from);
        self.bytes[from..from + done].fill(0xff);
        if done == to - from { Ok(()) } else { Err(Dark) }
    }

    async fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), Dark> {
        let done = self.spend(bytes.len());
        for (old, new) in self.bytes[offset as usize..].iter_mut().zip(&bytes[..done]) {
            *old &= new;
        }
        if done == bytes.len() { Ok(()) } else { Err(Dark) }
    }
}

/// The store of a device of this kind, in all of a flash.
pub fn open_as<const LEN: usize>(flash: Flash, kind: u8) -> Store<Flash, LEN> {
    let end = u32::try_from(flash.bytes.len()).expect("a small flash");
    Store::new(flash, MapConfig::new(0..end), kind)
}

fn open(flash: Flash) -> Store<Flash, LEN> {
    open_as(flash, KIND)
}

fn memory(next_txn: u32) -> Memory {
    let mut memory = Memory { next_txn, ..Memory::default() };
    memory.sockets[1].owner = Some(CardId(next_txn * 77));
    memory
}

#[test]
fn a_cut_at_any_byte_leaves_the_memory_before_or_the_one_after() {
    // Enough writes that every page has been used, erased and used again.
    let mut before = open(Flash::new());
    let mut states = vec![before.into_flash()];
    for next in 1..=400 {
        let mut store = open(states.last().expect("there is one").clone());
        assert_eq!(store.read::<Memory>(Item::Memory), Ok((next > 1).then(|| memory(next - 1))));
        assert_eq!(store.write(Item::Memory, &memory(next)), Ok(true));
        assert_eq!(store.write(Item::Memory, &memory(next)), Ok(false), "what is kept is not written again");
        states.push(store.into_flash());
    }
    let mut cuts = 0;
    for (number, state) in (1..).zip(&states[..states.len() - 1]).skip(1) {
        // Every byte of some writes, and some bytes of every write.
        let step = if number % 20 == 0 { 1 } else { 97 };
        for power in (0..).step_by(step) {
            before = open(Flash { power: Some(power), ..state.clone() });
            let old = before.read::<Memory>(Item::Memory).expect("it was kept").expect("it is there");
            let written = before.write(Item::Memory, &memory(number));
            let left = Flash { power: None, ..before.into_flash() };
            let mut after = open(left);
            let found = after.read::<Memory>(Item::Memory).expect("a cut destroys nothing").expect("it is there");
            match written {
                Ok(_) => assert_eq!(found, memory(number), "what was said to be kept is"),
                Err(_) => assert!(found == old || found == memory(number), "after {power} bytes of write {number}"),
            }
            // It goes on from there.
            assert!(after.write(Item::Memory, &memory(number + 1)).is_ok());
            cuts += 1;
            if written.is_ok() {
                break;
            }
        }
    }
    assert!(cuts > 1_000, "{cuts}");
}

#[test]
fn what_cannot_be_read_is_reported_and_left_as_it_is() {
    let mut store = open(Flash::new());
    assert_eq!(store.read::<Memory>(Item::Memory), Ok(None), "a flash from the shop");
    for number in 1..200 {
        store.write(Item::Memory, &memory(number)).expect("there is room");
    }
    let flash = store.into_flash();

    let mut foreign = open_as::<LEN>(flash.clone(), b'K');
    assert_eq!(foreign.read::<validator::Memory>(Item::Memory), Err(Fault::Foreign(KIND)));
    assert_eq!(foreign.into_flash(), flash);

    let destroyed = Flash { bytes: vec![0; PAGE * PAGES], power: None };
    let mut store = open(destroyed.clone());
    assert!(matches!(store.read::<Memory>(Item::Memory), Err(Fault::Nonsense | Fault::Missing | Fault::Flash)));
    assert_eq!(store.into_flash(), destroyed);

    // The memory is gone, and the rest is not blank: it was not always so.
    let mut bytes = vec![0xff; PAGE * PAGES];
    bytes[2 * PAGE + 100] = 0;
    let mut store = open(Flash { bytes, power: None });
    assert_eq!(store.read::<Memory>(Item::Memory), Err(Fault::Missing));
}

#[test]
fn a_memory_with_everything_in_it_has_room() {
    let mut full = validator::Memory::default();
    while full.hotlist.try_push(CardId(u32::MAX)).is_ok() {}
    let contract = firmware_core::card::Contract {
        profile: firmware_core::card::FareKind::Reduced,
        from: firmware_core::time::Date(u16::MAX),
        to: firmware_core::time::Date(u16::MAX),
        scope: u8::MAX,
        priority: u8::MAX,
    };
    let order = validator::Order { id: u32::MAX, card: CardId(u32::MAX), goods: validator::Goods::Period(contract) };
    while full.orders.try_push(order).is_ok() {}
    let abandoned = validator::Abandoned { run: u32::MAX, advance: firmware_core::money::Grosz(u32::MAX) };
    let operation = validator::Operation {
        number: u32::MAX,
        card: CardId(u32::MAX),
        counter: u32::MAX,
        at: firmware_core::time::DateTime(u32::MAX),
        run: u32::MAX,
        line: u16::MAX,
        stop: u8::MAX,
        movement: validator::Movement::Ticket {
            kind: firmware_core::card::FareKind::Reduced,
            own: true,
            price: firmware_core::money::Grosz(u32::MAX),
            abandoned: Some(abandoned),
        },
    };
    let logged = validator::LoggedOperation { operation, status: validator::OperationStatus::Unconfirmed };
    while full.operations.try_push(logged).is_ok() {}
    full.next_number = u32::MAX;
    full.totals.confirmed = u32::MAX;

    let mut store = open(Flash::new());
    assert_eq!(store.write(Item::Memory, &full), Ok(true));
    let mut again = open(store.into_flash());
    assert_eq!(again.read(Item::Memory), Ok(Some(full)));
}
