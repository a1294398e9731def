// A PN532 on a serial line (HSU), with or without a MIFARE Classic 1K card in its field.
//
// It answers at once, with two exceptions for what takes time on a real bench: a card is detected after `detect`, and
// the last block of a write is confirmed after `write` and `confirm`.

const OK = 0x00;
const TIMEOUT = 0x01;
const WRONG_KEY = 0x14;
const NOT_ALLOWED = 0x27;

const ACK = [0x00, 0x00, 0xff, 0x00, 0xff, 0x00];
/** UM0701-02, 7.2.8: the arguments of SetSerialBaudRate. */
const SPEEDS = [9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600, 1288000];
/** The duration of a single look for a card, in microseconds. */
const LOOK = 60_000;

export class Pn532 {
  /**
   * @param clock the time, and timers: `micros()`, `after(micros, what) -> cancel()`
   * @param line the other end of the serial line: `speed()`, `send(bytes)`
   */
  constructor(clock, line) {
    this.clock = clock;
    this.line = line;
    this.times = { detect: 0, write: 336_000, confirm: 64_000 };
    this.speed = 115200;
    this.nextSpeed = null;
    this.received = [];
    this.answer = null;
    this.retries = 0xff;
    this.card = null;
    this.selected = false;
    this.sector = -1;
    /** The command without an answer so far: a look for a card, or the write of a block. */
    this.pending = null;
    /** The start of a write, and the blocks that it writes. */
    this.write = null;
    /** The number of looks after the loss of a card that end at once. */
    this.misses = 0;
    /** The card is removed with the command of this number, whose answer comes at this time, in microseconds. */
    this.leaving = null;
    /** The bytes of the card that was removed last. */
    this.taken = null;
    this.commands = 0;
  }

  /** Puts a card into the field: `memory` are its 1,024 bytes, `header` are the blocks that end a write. */
  put(uid, memory, headers) {
    // The firmware's clock has whole milliseconds, and so have these times.
    this.card = { uid, memory: Uint8Array.from(memory), headers, since: this.wholeMillis() };
    this.selected = false;
    if (this.pending?.look) this.look();
  }

  /** Removes the card, with the bytes that a write has reached by `grace` microseconds from now. */
  take(grace = 0) {
    const { card } = this;
    if (this.pending?.block && this.clock.micros() + grace >= this.pending.writtenAt) this.pending.finish();
    this.taken = card?.memory ?? null;
    this.card = null;
    this.leaving = null;
    this.misses = 2;
    this.selected = false;
    this.sector = -1;
    this.write = null;
    if (this.pending?.block) {
      this.pending.cancel();
      this.pending = null;
      this.reply(0x40, [TIMEOUT]);
    }
  }

  wholeMillis() {
    return Math.floor(this.clock.micros() / 1000) * 1000;
  }

  /** Whether it looks for a card at this moment. */
  get isLooking() {
    return this.pending?.look === true;
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
    this.selected = false;
    this.sector = -1;
    this.misses = 0;
  }

  /** A byte from the host. At another speed it is noise. */
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

  /** The position of the next frame, `00 00 FF`; bytes before it are dropped. */
  begin() {
    const bytes = this.received;
    for (let at = 0; at + 2 < bytes.length; at++) {
      if (bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 0xff) return at;
    }
    this.received = bytes.slice(-2);
    return -1;
  }

  /** The host acknowledges the answer, or cancels the command. */
  acknowledged() {
    if (this.nextSpeed) {
      this.speed = this.nextSpeed;
      this.nextSpeed = null;
    }
    this.pending?.cancel();
    this.pending = null;
  }

  command(name, data) {
    this.commands++;
    this.pending?.cancel();
    this.pending = null;
    this.line.send(ACK);
    if (this.leaving && this.commands >= this.leaving.command && (name === 0x40 || name === 0x4a)) {
      if (!this.isSpared(name, data.slice(1))) return this.leave(name);
    }
    switch (name) {
      case 0x02: // GetFirmwareVersion
        return this.reply(name, [0x32, 1, 6, 7]);
      case 0x10: // SetSerialBaudRate
        this.nextSpeed = SPEEDS[data[0]];
        return this.reply(name, []);
      case 0x14: // SAMConfiguration
        return this.reply(name, []);
      case 0x32: // RFConfiguration
        if (data[0] === 5) this.retries = data[3];
        return this.reply(name, []);
      case 0x44: // InDeselect
      case 0x52: // InRelease
        this.selected = false;
        this.sector = -1;
        return this.reply(name, [OK]);
      case 0x4a: // InListPassiveTarget
        this.selected = false;
        this.sector = -1;
        this.pending = { look: true, cancel: () => {} };
        return this.look();
      case 0x40: // InDataExchange
        return this.exchange(data.slice(1));
      default: // "syntax error": UM0701-02, 6.2.1.6
        return this.send([0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00]);
    }
  }

  /** Whether the card stays for this command: it is read to the end first, or the last write is verified. */
  isSpared(name, [operation, block]) {
    const { leaving } = this;
    if (name !== 0x40) return false;
    const half = block < 32;
    if (!leaving.isBeingRead) return half === leaving.spared;
    if (operation === 0xa0) return false;
    if (operation !== 0x30 || this.card.headers.includes(block)) return true;
    leaving.spared ??= half;
    return half === leaving.spared;
  }

  /** Removes a card that was not detected. */
  takeUnseen() {
    this.taken = this.card.memory;
    this.card = null;
    this.look();
  }

  /** The card is removed while this command runs: its answer reports that in time. */
  leave(name) {
    const wait = Math.max(0, this.leaving.at - this.clock.micros());
    this.take();
    if (name === 0x4a) this.misses = 1;
    const gone = () => {
      this.pending = null;
      this.reply(name, name === 0x4a ? [0] : [TIMEOUT]);
    };
    this.pending = { leaving: true, cancel: this.clock.after(wait, gone) };
  }

  /** Looks for a card until there is one, or until the number of looks is used up. */
  look() {
    this.pending.cancel();
    const found = () => {
      this.pending = null;
      this.selected = true;
      this.reply(0x4a, [1, 1, 0x00, 0x04, 0x08, this.card.uid.length, ...this.card.uid]);
    };
    const none = () => this.seeNobody();
    if (this.card) {
      const wait = this.card.since + this.times.detect - this.clock.micros();
      if (wait <= 0) found();
      else this.pending.cancel = this.clock.after(wait, found);
    } else if (this.misses > 0) {
      this.misses--;
      none();
    } else if (this.retries !== 0xff) {
      this.pending.cancel = this.clock.after(LOOK, none);
    }
  }

  /** A look ends without a card. */
  seeNobody() {
    if (!this.pending?.look) return;
    this.pending.cancel();
    this.pending = null;
    this.reply(0x4a, [0]);
  }

  exchange([name, block, ...rest]) {
    const card = this.card;
    if (!card || !this.selected) {
      return this.reply(0x40, [card ? NOT_ALLOWED : TIMEOUT]);
    }
    if (name === 0x60 || name === 0x61) {
      const trailer = (block | 3) * 16 + (name === 0x60 ? 0 : 10);
      const fits = rest.slice(0, 6).every((byte, at) => byte === card.memory[trailer + at]);
      this.sector = fits ? block >> 2 : -1;
      // After a wrong key, a card is silent until it is selected again (MF1S50, 10.1).
      this.selected = fits;
      return this.reply(0x40, [fits ? OK : WRONG_KEY]);
    }
    if (this.sector !== block >> 2) return this.reply(0x40, [WRONG_KEY]);
    if (name === 0x30) return this.reply(0x40, [OK, ...card.memory.slice(block * 16, block * 16 + 16)]);
    if (name === 0xa0) return this.store(block, rest.slice(0, 16));
    return this.reply(0x40, [NOT_ALLOWED]);
  }

  /** Writes a block. The last one of a slot, its header, is written after `write` and confirmed after `confirm`. */
  store(block, bytes) {
    const { clock, card, times } = this;
    this.write ??= { since: this.wholeMillis() };
    if (!card.headers.includes(block)) {
      card.memory.set(bytes, block * 16);
      return this.reply(0x40, [OK]);
    }
    const { since } = this.write;
    const writtenAt = since + times.write;
    const confirmedAt = writtenAt + times.confirm;
    const finish = () => card.memory.set(bytes, block * 16);
    this.pending = { block: true, number: block, writtenAt, confirmedAt, finish, cancel: () => {} };
    const confirmed = () => {
      this.pending.cancel();
      this.pending = null;
      this.write = null;
      this.reply(0x40, [OK]);
    };
    this.pending.confirm = () => {
      finish();
      confirmed();
    };
    const written = () => {
      finish();
      const wait = since + times.write + times.confirm - clock.micros();
      if (wait <= 0) confirmed();
      else this.pending.cancel = clock.after(wait, confirmed);
    };
    const wait = since + times.write - clock.micros();
    if (wait <= 0) written();
    else this.pending.cancel = clock.after(wait, written);
  }

  reply(name, data) {
    const frame = [0xd5, name + 1, ...data];
    const sum = frame.reduce((sum, byte) => sum + byte, 0);
    this.send([0, 0, 0xff, frame.length, (256 - frame.length) & 0xff, ...frame, (256 - (sum & 0xff)) & 0xff, 0]);
  }

  send(frame) {
    this.answer = frame;
    this.line.send(frame);
  }
}
