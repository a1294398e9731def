// The displays of the board: what the firmware writes to the bus becomes an image.

/** 128 x 64 pixels, one bit each, in the memory layout of the SSD1306: eight pages of 128 columns (data sheet, 8.7). */
export class Ssd1306 {
  /** The number of bytes after a command byte; none without an entry (data sheet, table 9-1). */
  static ARGUMENTS = {
    0x20: 1, 0x21: 2, 0x22: 2, 0x81: 1, 0x8d: 1, 0xa8: 1, 0xd3: 1, 0xd5: 1, 0xd9: 1, 0xda: 1, 0xdb: 1,
  };

  constructor() {
    this.memory = new Uint8Array(1024);
    this.isOn = false;
    this.columns = [0, 127];
    this.pages = [0, 7];
    this.column = 0;
    this.page = 0;
    this.command = [];
    this.isFirst = true;
    this.isData = false;
    this.changes = 0;
  }

  /** A transfer begins: its first byte is the kind of the others. */
  begin() {
    this.isFirst = true;
  }

  byte(byte) {
    if (this.isFirst) {
      this.isFirst = false;
      this.isData = (byte & 0x40) !== 0;
    } else if (this.isData) {
      this.dots(byte);
    } else {
      this.command.push(byte);
      const [name, ...rest] = this.command;
      if (rest.length === (Ssd1306.ARGUMENTS[name] ?? 0)) {
        this.obey(name, rest);
        this.command = [];
      }
    }
  }

  dots(byte) {
    const place = this.page * 128 + this.column;
    if (this.memory[place] !== byte) {
      this.memory[place] = byte;
      this.changes++;
    }
    if (++this.column > this.columns[1]) {
      this.column = this.columns[0];
      if (++this.page > this.pages[1]) this.page = this.pages[0];
    }
  }

  obey(name, rest) {
    if (name === 0x21) {
      this.columns = rest;
      this.column = rest[0];
    } else if (name === 0x22) {
      this.pages = rest;
      this.page = rest[0];
    } else if (name === 0xae || name === 0xaf) {
      this.isOn = name === 0xaf;
      this.changes++;
    }
  }

  /** The bytes of the memory. */
  picture() {
    return this.memory;
  }
}

/** 320 x 240 pixels of 16 bits: the ILI9341 with the window that the firmware sets; landscape, by MADCTL. */
export class Ili9341 {
  constructor() {
    this.memory = new Uint16Array(320 * 240);
    this.isOn = false;
    this.window = [0, 319, 0, 239];
    this.command = 0;
    this.arguments = [];
    this.x = 0;
    this.y = 0;
    this.high = -1;
    this.changes = 0;
    /** The number of pixels that were sent, changed or not: the cost of a redraw. */
    this.sent = 0;
  }

  byte(byte, isData) {
    if (!isData) {
      this.command = byte;
      this.arguments = [];
      this.high = -1;
      if (byte === 0x2c) [this.x, , this.y] = this.window;
      if (byte === 0x28 || byte === 0x29) {
        this.isOn = byte === 0x29;
        this.changes++;
      }
      return;
    }
    if (this.command === 0x2c) return this.half(byte);
    const given = this.arguments;
    given.push(byte);
    if (given.length === 4 && (this.command === 0x2a || this.command === 0x2b)) {
      const at = this.command === 0x2a ? 0 : 2;
      this.window[at] = (given[0] << 8) | given[1];
      this.window[at + 1] = (given[2] << 8) | given[3];
    }
  }

  half(byte) {
    if (this.high < 0) {
      this.high = byte;
      return;
    }
    const dot = (this.high << 8) | byte;
    this.high = -1;
    this.sent++;
    const place = this.y * 320 + this.x;
    if (this.memory[place] !== dot) {
      this.memory[place] = dot;
      this.changes++;
    }
    const [left, right, top, bottom] = this.window;
    if (++this.x > right) {
      this.x = left;
      if (++this.y > bottom) this.y = top;
    }
  }

  /** The pixels row by row, the higher byte of each first. */
  picture() {
    const bytes = new Uint8Array(this.memory.length * 2);
    const view = new DataView(bytes.buffer);
    this.memory.forEach((dot, place) => view.setUint16(place * 2, dot));
    return bytes;
  }
}

/** The touch controller of the same panel: XPT2046, twelve bits for an axis (data sheet, table 2). */
export class Xpt2046 {
  constructor() {
    /** The position of the finger in pixels; null without a finger. */
    this.finger = null;
    this.place = 0;
    this.value = 0;
  }

  /** The chip is selected: the next byte is a command. */
  begin() {
    this.place = 0;
  }

  /** Takes one byte and returns one. */
  exchange(byte) {
    const place = this.place++;
    if (place === 0) {
      const axis = (byte >> 4) & 7;
      const [x, y] = this.finger ?? [0, 0];
      // The centre of the pixel, so that rounding in the firmware does not move the finger to the next one.
      if (axis === 5) this.value = Math.floor(((x + 0.5) * 4096) / 320);
      else if (axis === 1) this.value = Math.floor(((y + 0.5) * 4096) / 240);
      else this.value = 0;
      return 0;
    }
    return place === 1 ? this.value >> 5 : (this.value << 3) & 0xff;
  }
}
