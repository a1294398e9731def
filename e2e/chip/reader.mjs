// @ts-check
// A PN532 on a serial line (HSU), with up to two MIFARE Classic 1K cards in its field.
//
// It answers at once, with two exceptions, which take time on the bench as well: a card is found `detect` after it
// arrived, and the last block of a write is confirmed after `write` and `confirm`.

/**
 * What time it is in microseconds, and calls after a time; `after` returns a function that cancels the call.
 * @typedef {{ micros: () => number, after: (micros: number, callback: () => void) => () => void }} Clock
 */

/**
 * The other end of the serial line: its baud rate, and what receives bytes.
 * @typedef {{ speed: () => number, send: (bytes: number[]) => void }} Line
 */

/**
 * A card in the field. A write ends with a block of `headers`; `since` is the microsecond of its arrival.
 * @typedef {{ uid: number[], memory: Uint8Array, headers: number[], since: number }} Card
 */

/**
 * A header block that is being written: `finish` stores its bytes, `confirm` also answers.
 * @typedef {{ number: number, writtenAt: number, confirmedAt: number, finish: () => void, confirm: () => void }} Block
 */

/**
 * A command that has not been answered yet: a search for a card, a block, or one that the card leaves with.
 * @typedef {{ cancel: () => void, isSearch?: boolean, block?: Block }} Pending
 */

/**
 * The removal of the card with the command of this number or later. That command is answered at `at`, in microseconds.
 * Before, the card is read to the end (`isBeingRead`), or the half that was written last is read back (`spared`).
 * @typedef {{ command: number, at: number, isBeingRead?: boolean, spared?: boolean }} Leaving
 */

const OK = 0x00;
const TIMEOUT = 0x01;
const WRONG_KEY = 0x14;
const NOT_ALLOWED = 0x27;

const ACK = [0x00, 0x00, 0xff, 0x00, 0xff, 0x00];
/** UM0701-02, 7.2.8: the arguments of SetSerialBaudRate. */
const SPEEDS = [9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 1288000];
/** The duration of one search for a card, in microseconds. */
const SEARCH_MICROS = 60_000;

export class Pn532 {
  /**
   * @param {Clock} clock
   * @param {Line} line
   */
  constructor(clock, line) {
    this.clock = clock;
    this.line = line;
    this.times = { detect: 0, write: 336_000, confirm: 64_000 };
    this.speed = 115200;
    /** @type {number | null} */
    this.nextSpeed = null;
    /** @type {number[]} */
    this.received = [];
    /** @type {number[] | null} */
    this.answer = null;
    this.retries = 0xff;
    /** @type {Card | null} */
    this.card = null;
    /**
     * A card beside it, which arrived with it and leaves with it.
     * @type {Card | null}
     */
    this.beside = null;
    /** The number of the target that was selected last: the card is 1, the one beside it 2. */
    this.target = 1;
    /** The maximum number of targets of the search in progress. */
    this.targetsMax = 1;
    /** The number of searches since power-on. */
    this.searches = 0;
    this.selected = false;
    this.sector = -1;
    /** @type {Pending | null} */
    this.pending = null;
    /**
     * The write in progress, with the microsecond of its start.
     * @type {{ since: number } | null}
     */
    this.write = null;
    /** The number of searches that end at once after a removal: there is no card to wait for. */
    this.misses = 0;
    /** @type {Leaving | null} */
    this.leaving = null;
    /**
     * The bytes of the card that was removed last.
     * @type {Uint8Array | null}
     */
    this.taken = null;
    /**
     * The bytes of the card beside it.
     * @type {Uint8Array | null}
     */
    this.takenBeside = null;
    this.commands = 0;
  }

  /**
   * Puts a card of 1,024 bytes into the field, alone or together with another one.
   * @param {number[]} uid
   * @param {Uint8Array} memory
   * @param {number[]} headers
   * @param {{ uid: number[], memory: Uint8Array } | null} beside
   */
  put(uid, memory, headers, beside) {
    // The firmware's clock counts whole milliseconds, and so does `since`.
    const since = this.wholeMillis();
    this.card = { uid, memory: Uint8Array.from(memory), headers, since };
    this.beside = beside && { uid: beside.uid, memory: Uint8Array.from(beside.memory), headers, since };
    this.selected = false;
    if (this.pending?.isSearch) this.search();
  }

  /** Removes all cards. A block that would be written within `grace` microseconds is written. */
  take(grace = 0) {
    const block = this.pending?.block;
    if (block && this.clock.micros() + grace >= block.writtenAt) block.finish();
    this.remember();
    this.leaving = null;
    this.misses = 2;
    this.selected = false;
    this.sector = -1;
    this.write = null;
    if (block) {
      this.pending?.cancel();
      this.pending = null;
      this.reply(0x40, [TIMEOUT]);
    }
  }

  /** The field is empty; what was in it is remembered. */
  remember() {
    this.taken = this.card?.memory ?? null;
    this.takenBeside = this.beside?.memory ?? null;
    this.card = null;
    this.beside = null;
  }

  wholeMillis() {
    return Math.floor(this.clock.micros() / 1000) * 1000;
  }

  /** Whether a search for a card is in progress. */
  get isSearching() {
    return this.pending?.isSearch === true;
  }

  /** Whether a write is in progress. */
  get isWriting() {
    return this.write !== null;
  }

  /** The power of the board fails. */
  reset() {
    this.pending?.cancel();
    this.pending = null;
    this.write = null;
    this.received = [];
    this.answer = null;
    this.speed = 115200;
    this.nextSpeed = null;
    this.searches = 0;
    this.selected = false;
    this.sector = -1;
    this.misses = 0;
  }

  /**
   * A byte from the host. It is ignored at a different baud rate.
   * @param {number} byte
   */
  byte(byte) {
    if (Math.abs(this.line.speed() / this.speed - 1) > 0.03) return;
    this.received.push(byte);
    for (;;) {
      const begin = this.begin();
      if (begin < 0) return;
      const length = this.received[begin + 3];
      const check = this.received[begin + 4];
      if (check === undefined) return;
      if (length === 0x00 && check === 0xff) {
        this.received = this.received.slice(begin + 5);
        this.acknowledged();
        continue;
      }
      if (length === 0xff && check === 0x00) {
        this.received = this.received.slice(begin + 5);
        if (this.answer) this.line.send(this.answer);
        continue;
      }
      if (((length + check) & 0xff) !== 0) {
        this.received = this.received.slice(begin + 3);
        continue;
      }
      const end = begin + 5 + length + 1;
      if (this.received.length < end) return;
      const frame = this.received.slice(begin + 5, end);
      this.received = this.received.slice(end);
      const sum = frame.reduce((sum, one) => (sum + one) & 0xff, 0);
      if (sum === 0 && frame[0] === 0xd4) this.command(frame[1], frame.slice(2, -1));
    }
  }

  /** The index of the next frame's start, `00 00 FF`. Without one, all but the last two bytes are dropped. */
  begin() {
    const bytes = this.received;
    for (let at = 0; at + 2 < bytes.length; at++) {
      if (bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 0xff) return at;
    }
    this.received = bytes.slice(-2);
    return -1;
  }

  /** The host has received the answer, or cancels the command. */
  acknowledged() {
    if (this.nextSpeed) {
      this.speed = this.nextSpeed;
      this.nextSpeed = null;
    }
    this.pending?.cancel();
    this.pending = null;
  }

  /**
   * @param {number} name
   * @param {number[]} data
   */
  command(name, data) {
    this.commands++;
    this.pending?.cancel();
    this.pending = null;
    this.line.send(ACK);
    if (this.leaving && this.commands >= this.leaving.command && (name === 0x40 || name === 0x4a)) {
      if (!this.isSpared(this.leaving, name, data.slice(1))) {
        this.leave(this.leaving, name);
        return;
      }
    }
    switch (name) {
      case 0x02: // GetFirmwareVersion
        this.reply(name, [0x32, 1, 6, 7]);
        break;
      case 0x10: // SetSerialBaudRate
        this.nextSpeed = SPEEDS[data[0]];
        this.reply(name, []);
        break;
      case 0x14: // SAMConfiguration
        this.reply(name, []);
        break;
      case 0x32: // RFConfiguration
        if (data[0] === 5) this.retries = data[3];
        this.reply(name, []);
        break;
      case 0x44: // InDeselect
      case 0x52: // InRelease
        this.selected = false;
        this.sector = -1;
        this.reply(name, [OK]);
        break;
      case 0x4a: // InListPassiveTarget
        this.selected = false;
        this.sector = -1;
        this.targetsMax = data[0];
        this.searches++;
        this.pending = { isSearch: true, cancel: () => {} };
        this.search();
        break;
      case 0x54: // InSelect
        this.target = data[0];
        this.sector = -1;
        this.reply(name, [this.addressed ? OK : TIMEOUT]);
        break;
      case 0x40: // InDataExchange
        if (data[0] === this.target) this.exchange(data.slice(1));
        else this.reply(name, [NOT_ALLOWED]);
        break;
      default: // "syntax error": UM0701-02, 6.2.1.6
        this.send([0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00]);
    }
  }

  /**
   * Whether the card stays for a command, although it is about to be removed.
   * @param {Leaving} leaving
   * @param {number} name
   * @param {number[]} data
   */
  isSpared(leaving, name, [operation, block]) {
    if (name !== 0x40) return false;
    const half = block < 32;
    if (!leaving.isBeingRead) return half === leaving.spared;
    if (operation === 0xa0) return false;
    if (operation !== 0x30 || this.card?.headers.includes(block)) return true;
    leaving.spared ??= half;
    return half === leaving.spared;
  }

  /** Removes all cards before they are found. */
  takeUnfound() {
    this.remember();
    this.search();
  }

  /**
   * The card is removed during this command, whose answer says so when it is due.
   * @param {Leaving} leaving
   * @param {number} name
   */
  leave(leaving, name) {
    const wait = Math.max(0, leaving.at - this.clock.micros());
    this.take();
    if (name === 0x4a) this.misses = 1;
    const gone = () => {
      this.pending = null;
      this.reply(name, name === 0x4a ? [0] : [TIMEOUT]);
    };
    this.pending = { cancel: this.clock.after(wait, gone) };
  }

  /** Searches for a card until one is found, or for the number of retries. */
  search() {
    const { pending, card } = this;
    if (!pending) return;
    pending.cancel();
    const none = () => this.findNone();
    if (card) {
      const found = () => {
        this.pending = null;
        this.selected = true;
        const { beside } = this;
        const all = beside && this.targetsMax > 1 ? [card, beside] : [card];
        // The one that is listed last is selected.
        this.target = all.length;
        const targets = all.flatMap(({ uid }, at) => [at + 1, 0x00, 0x04, 0x08, uid.length, ...uid]);
        this.reply(0x4a, [all.length, ...targets]);
      };
      const wait = card.since + this.times.detect - this.clock.micros();
      if (wait <= 0) found();
      else pending.cancel = this.clock.after(wait, found);
    } else if (this.misses > 0) {
      this.misses--;
      none();
    } else if (this.retries !== 0xff) {
      pending.cancel = this.clock.after(SEARCH_MICROS, none);
    }
  }

  /** A search ends without a card. */
  findNone() {
    if (!this.pending?.isSearch) return;
    this.pending.cancel();
    this.pending = null;
    this.reply(0x4a, [0]);
  }

  /** The card that was selected last. */
  get addressed() {
    return this.target === 1 ? this.card : this.beside;
  }

  /** @param {number[]} data */
  exchange([name, block, ...rest]) {
    const card = this.addressed;
    if (!card || !this.selected) {
      this.reply(0x40, [card ? NOT_ALLOWED : TIMEOUT]);
    } else if (name === 0x60 || name === 0x61) {
      const trailer = (block | 3) * 16 + (name === 0x60 ? 0 : 10);
      const fits = rest.slice(0, 6).every((byte, at) => byte === card.memory[trailer + at]);
      this.sector = fits ? block >> 2 : -1;
      // A card that has received a wrong key is silent until it is selected again (MF1S50, 10.1).
      this.selected = fits;
      this.reply(0x40, [fits ? OK : WRONG_KEY]);
    } else if (this.sector !== block >> 2) {
      this.reply(0x40, [WRONG_KEY]);
    } else if (name === 0x30) {
      this.reply(0x40, [OK, ...card.memory.slice(block * 16, block * 16 + 16)]);
    } else if (name === 0xa0) {
      this.store(card, block, rest.slice(0, 16));
    } else {
      this.reply(0x40, [NOT_ALLOWED]);
    }
  }

  /**
   * Writes a block. The last block of a slot, its header, is stored after `write` and confirmed after `confirm` more.
   * @param {Card} card
   * @param {number} number
   * @param {number[]} bytes
   */
  store(card, number, bytes) {
    const { clock, times } = this;
    this.write ??= { since: this.wholeMillis() };
    const finish = () => card.memory.set(bytes, number * 16);
    if (!card.headers.includes(number)) {
      finish();
      this.reply(0x40, [OK]);
      return;
    }
    const { since } = this.write;
    const writtenAt = since + times.write;
    const confirmedAt = writtenAt + times.confirm;
    const confirmed = () => {
      this.pending?.cancel();
      this.pending = null;
      this.write = null;
      this.reply(0x40, [OK]);
    };
    const confirm = () => {
      finish();
      confirmed();
    };
    /** @type {Pending} */
    const pending = { block: { number, writtenAt, confirmedAt, finish, confirm }, cancel: () => {} };
    this.pending = pending;
    const written = () => {
      finish();
      const wait = confirmedAt - clock.micros();
      if (wait <= 0) confirmed();
      else pending.cancel = clock.after(wait, confirmed);
    };
    const wait = writtenAt - clock.micros();
    if (wait <= 0) written();
    else pending.cancel = clock.after(wait, written);
  }

  /**
   * @param {number} name
   * @param {number[]} data
   */
  reply(name, data) {
    const frame = [0xd5, name + 1, ...data];
    const sum = frame.reduce((sum, byte) => sum + byte, 0);
    this.send([0, 0, 0xff, frame.length, (256 - frame.length) & 0xff, ...frame, (256 - (sum & 0xff)) & 0xff, 0]);
  }

  /** @param {number[]} frame */
  send(frame) {
    this.answer = frame;
    this.line.send(frame);
  }
}
