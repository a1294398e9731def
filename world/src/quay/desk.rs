//! The service desk: what it can say about a card, and when it is open.

use std::fmt;

use firmware_core::card::{CardId, LogEntry, LogKind, UpdateMark};
use firmware_core::money::Ore;
use firmware_core::time::DateTime;

use super::wallet::QuayCardStatus;
use crate::wallet::log_line;

/// Opens at 08:00 (P-04).
pub const OPENS: (u8, u8) = (8, 0);
/// Closes at 15:30 (P-04).
pub const CLOSES: (u8, u8) = (15, 30);
const FRIDAY: u8 = 5;

/// P-04: Monday to Friday, 08:00 to 15:30.
pub fn is_open(civil: DateTime) -> bool {
    let (hour, minute, _) = civil.time_of_day();
    civil.date().weekday() <= FRIDAY && (OPENS..CLOSES).contains(&(hour, minute))
}

/// What the desk finds when it reads a card.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Readout {
    /// The card's name.
    pub name: String,
    /// The card's identity.
    pub id: CardId,
    /// How it stands.
    pub status: QuayCardStatus,
    /// What is on it.
    pub balance: Ore,
    /// How often it was changed.
    pub counter: u32,
    /// The update that was not finished, with the value that a reset restores.
    pub mark: Option<UpdateMark>,
    /// Sockets that hold its credit: pedestal number, socket number, øre.
    pub sockets: Vec<(u16, u8, Ore)>,
    /// Sockets whose update was in suspense and has just been settled, by pedestal and socket number (DP-31).
    pub settled: Vec<(u16, u8)>,
    /// Its last operations, oldest first.
    pub log: Vec<LogEntry>,
}

impl fmt::Display for Readout {
    /// One sentence a fact: name and number, status, balance, mark, sockets, what was settled, the last operations.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, id, status, balance, mark, sockets, settled, log, .. } = self;
        write!(f, "{name} (number {}): {}, {balance} kr.", id.0, status.word())?;
        if let Some(mark) = mark {
            let value = Ore(mark.value);
            write!(f, " Interrupted at pedestal {}; a reset restores {value} kr.", mark.pedestal)?;
        }
        for (pedestal, socket) in settled {
            write!(f, " The update of socket {pedestal}.{socket} is settled.")?;
        }
        for (pedestal, socket, credit) in sockets {
            write!(f, " Socket {pedestal}.{socket} holds {credit} kr of it.")?;
        }
        for entry in log {
            let location = (entry.stop > 0).then(|| format!("socket {}.{}", entry.device, entry.stop));
            write!(f, " {}.", log_line(entry, operation_word(entry.kind), location, Ore, "kr"))?;
        }
        Ok(())
    }
}

/// The word for an operation in a card's log.
pub const fn operation_word(kind: LogKind) -> &'static str {
    match kind {
        LogKind::Sale => "sale",
        LogKind::Reset => "reset",
        LogKind::PayOut => "pay-out",
        // Not this desk's trade are the buses': it reads what left a purse and what came back to it.
        LogKind::Load | LogKind::NormalTicket | LogKind::ReducedTicket | LogKind::PeriodRide | LogKind::FreeRide => {
            "load"
        }
        LogKind::Return | LogKind::Exit | LogKind::Order => "return",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firmware_core::time::Date;

    #[test]
    fn the_desk_keeps_office_hours() {
        let at = |day, hour, minute| {
            DateTime::new(Date::from_civil(2026, 11, day).expect("a day"), hour, minute, 0).expect("a time")
        };
        assert!(is_open(at(20, 8, 0)) && is_open(at(20, 15, 29)));
        assert!(!is_open(at(20, 7, 59)) && !is_open(at(20, 15, 30)));
        assert!(!is_open(at(21, 12, 0)) && !is_open(at(22, 12, 0)));
    }
}
