// @ts-check
// The displays that a board can have: they turn what the firmware writes to the bus into a picture.

/** 128 x 64 pixels of one bit, stored as in the SSD1306: eight pages of 128 columns (data sheet, 8.7). */
export class Ssd1306 {
  /**
   * The number of argument bytes of a command byte; commands that are missing have none (data sheet, table 9-1).
   * @type {Map<number, number>}
   */
  static ARGUMENTS = new Map([
    [0x20, 1],
    [0x21, 2],
    [0x22, 2],
    [0x81, 1],
    [0x8d, 1],
    [0xa8, 1],
    [0xd3, 1],
    [0xd5, 1],
    [0xd9, 1],
    [0xda, 1],
    [0xdb, 1],
  ]);

  constructor() {
    this.memory = new Uint8Array(1024);
    this.isOn = false;
    this.columns = [0, 127];
    this.pages = [0, 7];
    this.column = 0;
    this.page = 0;
    /** @type {number[]} */
    this.command = [];
    this.isFirst = true;
    this.isData = false;
    this.changes = 0;
  }

  /** A transfer begins: its first byte selects commands or data. */
  begin() {
    this.isFirst = true;
  }

  /** @param {number} byte */
  byte(byte) {
    if (this.isFirst) {
      this.isFirst = false;
      this.isData = (byte & 0x40) !== 0;
    } else if (this.isData) {
      this.write(byte);
    } else {
      this.command.push(byte);
      const [name, ...rest] = this.command;
      if (rest.length === (Ssd1306.ARGUMENTS.get(name) ?? 0)) {
        this.execute(name, rest);
        this.command = [];
      }
    }
  }

  /**
   * Eight pixels of a column.
   * @param {number} byte
   */
  write(byte) {
    const index = this.page * 128 + this.column;
    if (this.memory[index] !== byte) {
      this.memory[index] = byte;
      this.changes++;
    }
    if (++this.column > this.columns[1]) {
      this.column = this.columns[0];
      if (++this.page > this.pages[1]) this.page = this.pages[0];
    }
  }

  /**
   * @param {number} name
   * @param {number[]} rest
   */
  execute(name, rest) {
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

  /** The picture: the bytes of the memory. */
  picture() {
    return this.memory;
  }
}

/** 320 x 240 pixels of 16 bits: the ILI9341 in landscape, as the firmware sets it by MADCTL. */
export class Ili9341 {
  constructor() {
    this.memory = new Uint16Array(320 * 240);
    this.isOn = false;
    this.window = [0, 319, 0, 239];
    this.command = 0;
    /** @type {number[]} */
    this.arguments = [];
    this.x = 0;
    this.y = 0;
    this.high = -1;
    this.changes = 0;
    /** The number of pixels received, changed or not: the cost of the redraws. */
    this.sent = 0;
  }

  /**
   * @param {number} byte
   * @param {boolean} isData
   */
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
    if (this.command === 0x2c) {
      this.half(byte);
      return;
    }
    const given = this.arguments;
    given.push(byte);
    if (given.length === 4 && (this.command === 0x2a || this.command === 0x2b)) {
      const at = this.command === 0x2a ? 0 : 2;
      this.window[at] = (given[0] << 8) | given[1];
      this.window[at + 1] = (given[2] << 8) | given[3];
    }
  }

  /**
   * Half of a pixel, the high byte first.
   * @param {number} byte
   */
  half(byte) {
    if (this.high < 0) {
      this.high = byte;
      return;
    }
    const pixel = (this.high << 8) | byte;
    this.high = -1;
    this.sent++;
    const index = this.y * 320 + this.x;
    if (this.memory[index] !== pixel) {
      this.memory[index] = pixel;
      this.changes++;
    }
    const [left, right, top, bottom] = this.window;
    if (++this.x > right) {
      this.x = left;
      if (++this.y > bottom) this.y = top;
    }
  }

  /** The picture, row by row, the high byte of each pixel first. */
  picture() {
    const bytes = new Uint8Array(this.memory.length * 2);
    const view = new DataView(bytes.buffer);
    this.memory.forEach((pixel, index) => {
      view.setUint16(index * 2, pixel);
    });
    return bytes;
  }
}

/** The touch controller on the same panel: XPT2046, twelve bits for each axis (data sheet, table 2). */
export class Xpt2046 {
  constructor() {
    /**
     * The position of the finger in pixels; null without one.
     * @type {[number, number] | null}
     */
    this.finger = null;
    /** The number of bytes exchanged since the controller was selected. */
    this.exchanged = 0;
    this.value = 0;
  }

  /** The controller is selected: the next byte is a command. */
  begin() {
    this.exchanged = 0;
  }

  /**
   * Receives a byte and returns the one that is sent at the same time.
   * @param {number} byte
   */
  exchange(byte) {
    const index = this.exchanged++;
    if (index === 0) {
      const axis = (byte >> 4) & 7;
      const [x, y] = this.finger ?? [0, 0];
      // The middle of the pixel: rounding in the firmware then does not move the finger to a neighbour.
      if (axis === 5) this.value = Math.floor(((x + 0.5) * 4096) / 320);
      else if (axis === 1) this.value = Math.floor(((y + 0.5) * 4096) / 240);
      else this.value = 0;
      return 0;
    }
    return index === 1 ? this.value >> 5 : (this.value << 3) & 0xff;
  }
}
