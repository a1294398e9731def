// @ts-check
// A Raspberry Pi Pico in rp2040js with its peripherals: display, touch, card reader, keys, lamps, serial lines.
//
// The project contains no boot ROM: the ROM holds breakpoints, and its functions are implemented here.

import { BasePeripheral, ConsoleLogger, GPIOPinState, LogLevel, Simulator } from 'rp2040js';
import { Ili9341, Ssd1306, Xpt2046 } from './display.mjs';
import { Pn532 } from './reader.mjs';
import { snapshot } from './snapshot.mjs';

/** @typedef {import('./rp2040js').Clock} Clock */
/** @typedef {import('./rp2040js').Timer} Timer */
/** @typedef {import('./rp2040js').Uart} Uart */
/** @typedef {import('./rp2040js').Watchdog} Watchdog */

const FLASH = 0x10000000;
const FLASH_BYTES = 2 * 1024 * 1024;
const RAM = 0x20000000;
/** Where the second stage of the boot ROM leaves the stack (RP2040 data sheet, 2.8.1). */
const BOOT_STACK = 0x20042000;
/** Firmware that reads its clock this many times in a row does nothing but wait. */
const BUSY_WAIT_READS = 1_000;
/** The most instructions between two reads in a row. */
const BUSY_WAIT_INSTRUCTIONS = 200;
/** The pattern of RAM that has not been written. */
const PAINT = 0x5b5b5b5b;
const CYCLE_NANOS = 1e9 / 125e6;
/** The index of the peripheral at each 16 KiB of the address space; 0 for none. */
const PERIPHERAL_AT = new Uint8Array(1 << 18);

/** The functions of the boot ROM (data sheet, 2.8.3), each a breakpoint and a return, four bytes from 0x100 on. */
const ROM = ['lookup', 'IF', 'EX', 'RE', 'RP', 'FC', 'CX', 'MC', 'C4', 'MS', 'S4', 'UB'];
const ROM_CODE = 0x100;

/** The second gap of rp2040js: without this register the flash driver waits for ever for a stream to end. */
class XipControl extends BasePeripheral {
  /**
   * @override
   * @param {number} offset
   */
  readUint32(offset) {
    return offset === 8 ? 3 : 0;
  }
  /** @override */
  writeUint32() {}
}

/** The first word of a UF2 file, and the length of its blocks. */
const UF2 = 0x0a324655;
const UF2_BLOCK = 512;

/**
 * Writes firmware to the flash: the loadable segments of an ELF file, or the blocks of a UF2 file.
 * @param {Uint8Array} elf
 * @param {Uint8Array} flash
 */
export function load(elf, flash) {
  const view = new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
  if (view.getUint32(0, true) === UF2) {
    for (let block = 0; block < elf.length; block += UF2_BLOCK) {
      const [address, length] = [view.getUint32(block + 12, true), view.getUint32(block + 16, true)];
      flash.set(elf.subarray(block + 32, block + 32 + length), address - FLASH);
    }
    return;
  }
  const [table, size, count] = [view.getUint32(28, true), view.getUint16(42, true), view.getUint16(44, true)];
  for (let entry = table; entry < table + size * count; entry += size) {
    const [kind, from] = [view.getUint32(entry, true), view.getUint32(entry + 4, true)];
    const [address, length] = [view.getUint32(entry + 12, true), view.getUint32(entry + 16, true)];
    if (kind === 1 && length > 0 && address >= FLASH && address + length <= FLASH + FLASH_BYTES) {
      flash.set(elf.subarray(from, from + length), address - FLASH);
    }
  }
}

/** A digest of the board's output and its times: two sums (FNV-1a, 32 bits each). */
class Log {
  constructor() {
    this.sums = Uint32Array.of(0x811c9dc5, 0x01000193);
    this.entries = 0;
  }
  /** @param {...number} numbers */
  note(...numbers) {
    this.entries++;
    for (const number of numbers) {
      this.sums[0] = Math.imul(this.sums[0] ^ number, 0x01000193);
      this.sums[1] = Math.imul(this.sums[1] ^ (number + 0x9e37), 0x85ebca6b);
    }
  }
  get text() {
    return [...this.sums].map((sum) => sum.toString(16).padStart(8, '0')).join('');
  }
}

/** How the board is wired; the same for every device that has the part (firmware-core/README.md). */
export const WIRING = {
  touch: { select: 17, data: 20, chip: 13, pen: 14 },
  buzzer: 16,
};

export class Pico {
  /**
   * @param {Uint8Array} elf the firmware, as it is flashed
   * @param {'ssd1306' | 'ili9341'} display
   * @param {Uint8Array | null} [flash] the previous contents of the flash; none for a new board
   * @param {Watchdog} [watchdog] the watchdog of the board that was reset; none after the power was off
   */
  constructor(elf, display, flash, watchdog) {
    this.elf = elf;
    this.kind = display;
    this.simulator = new Simulator();
    this.clock = /** @type {Clock} */ (/** @type {unknown} */ (this.simulator.clock));
    this.mcu = this.simulator.rp2040;
    this.mcu.logger = new ConsoleLogger(LogLevel.Error, false);
    this.mcu.sram.fill(PAINT & 0xff);
    this.mcu.flash.fill(0xff);
    if (flash) this.mcu.flash.set(flash);
    load(elf, this.mcu.flash);
    this.log = new Log();
    /** The duration of a cycle, relative to a real board: see `speedUp`. */
    this.pace = 1;
    /** The millisecond of its clock at which the board was ready. */
    this.began = 0;
    this.instructions = 0;
    this.reads = 0;
    this.readLast = 0;
    this.flashOperations = 0;
    /** The number of flash operations after which the power fails. */
    this.cutAfter = Infinity;
    this.isCut = false;
    /**
     * The edges of the buzzer: the millisecond, and whether it sounds.
     * @type {[number, boolean][]}
     */
    this.edges = [];
    /**
     * The bytes that were sent on the service link.
     * @type {number[]}
     */
    this.linkOut = [];
    /** The address of the instruction that caused a fault. */
    this.stoppedAt = 0;
    this.uart = /** @type {Uart[]} */ (/** @type {unknown} */ (this.mcu.uart));
    this.timer = /** @type {Timer} */ (/** @type {unknown} */ (this.mcu.peripherals[0x40054]));
    this.watchdog = /** @type {Watchdog} */ (/** @type {unknown} */ (this.mcu.peripherals[0x40058]));
    this.hasReset = false;
    this.sound = { isSounding: false };
    /**
     * The touch controller; null on a board without one.
     * @type {Xpt2046 | null}
     */
    this.panel = null;
    this.patchRom();
    this.patchSerial();
    this.patchTimer();
    this.patchWatchdog(watchdog);
    this.mcu.peripherals[0x14000] = new XipControl(this.mcu, 'XIP_CTRL');
    this.patchMemory();
    this.display = display === 'ssd1306' ? this.attachOled() : this.attachTouchDisplay();
    this.reader = this.attachReader();
    this.watchPins();
    const { core } = this.mcu;
    core.SP = BOOT_STACK;
    core.LR = 0;
    core.PC = FLASH;
  }

  /** Speeds up writes: most go to RAM, but rp2040js searches for a peripheral first, by a string. */
  patchMemory() {
    const { mcu } = this;
    const { sramView, writeUint32 } = mcu;
    const last = mcu.sram.length - 4;
    mcu.writeUint32 = (address, value) => {
      const offset = (address >>> 0) - RAM;
      if (offset >= 0 && offset <= last) sramView.setUint32(offset, value, true);
      else writeUint32.call(mcu, address, value);
    };
    /** @type {any[]} */
    const found = [undefined];
    for (const [address, peripheral] of Object.entries(mcu.peripherals)) {
      PERIPHERAL_AT[Number(address) >>> 2] = found.length;
      found.push(peripheral);
    }
    mcu.findPeripheral = (address) => found[PERIPHERAL_AT[address >>> 14]];
  }

  patchRom() {
    const rom = new Uint16Array(this.mcu.bootrom.buffer);
    rom[0x10 >> 1] = 0x754d; // "Mu", 1, version 2: data sheet, 2.8.3
    rom[0x12 >> 1] = 0x0201;
    rom[0x14 >> 1] = 0x80;
    rom[0x16 >> 1] = 0x80;
    rom[0x18 >> 1] = ROM_CODE | 1;
    ROM.forEach((_, index) => {
      rom[(ROM_CODE >> 1) + index * 2] = 0xbe00 | index;
      rom[(ROM_CODE >> 1) + index * 2 + 1] = 0x4770;
    });
    // Only the ROM has breakpoints: in the flash, this is an undefined instruction.
    this.mcu.onBreak = (code) => (this.mcu.core.PC >= FLASH ? this.fault(2) : this.serve(ROM[code]));
  }

  /**
   * Executes a function of the boot ROM.
   * @param {string | undefined} name
   */
  serve(name) {
    const { flash, core } = this.mcu;
    const [r0, r1, r2] = core.registers;
    switch (name) {
      case 'lookup': {
        const wanted = String.fromCharCode(r1 & 0xff, (r1 >> 8) & 0xff);
        const index = ROM.indexOf(wanted);
        if (index < 0) throw new Error(`the boot ROM has no function ${wanted} here`);
        core.registers[0] = (ROM_CODE + 4 * index) | 1;
        break;
      }
      case 'RE':
        this.flashing(() => flash.fill(0xff, r0, r0 + r1));
        break;
      case 'RP':
        this.flashing(() => {
          for (let at = 0; at < r2; at++) flash[r0 + at] &= this.mcu.readUint8(r1 + at);
        });
        break;
      case 'MC':
      case 'C4':
        for (let at = 0; at < r2; at++) this.mcu.writeUint8(r0 + at, this.mcu.readUint8(r1 + at));
        break;
      case 'MS':
      case 'S4':
        for (let at = 0; at < r2; at++) this.mcu.writeUint8(r0 + at, r1 & 0xff);
        break;
      case undefined:
        throw new Error(`the firmware ran into a breakpoint at ${core.PC.toString(16)}`);
      default: // connect to the flash, leave and enter its fast mode, flush its cache: nothing to do here
    }
  }

  /**
   * Executes an operation of the flash, unless the power fails before it.
   * @param {() => void} operation
   */
  flashing(operation) {
    if (this.isCut) return;
    if (this.flashOperations >= this.cutAfter) {
      this.isCut = true;
      return;
    }
    this.flashOperations++;
    operation();
    this.log.note(5, this.flashOperations);
  }

  /**
   * The first and third gap: the transmit interrupt stays raised for ever, and UARTDMACR reads as all ones. Bytes to
   * the board wait until the FIFO of 32 bytes has room.
   */
  patchSerial() {
    for (const uart of this.uart) {
      uart.checkInterrupts = function () {
        this.rp2040.setInterrupt(this.irq, (this.interruptStatus & this.interruptMask) !== 0);
      };
      const { readUint32, writeUint32 } = uart;
      uart.waiting = [];
      uart.deliver = function () {
        while (this.waiting.length > 0 && !this.rxFIFO.full) this.feedByte(this.waiting.shift() ?? 0);
      };
      uart.readUint32 = function (offset) {
        if (offset === 0x48) return 0;
        const value = readUint32.call(this, offset);
        if (offset === 0 && this.rxFIFO.empty) this.deliver();
        return value;
      };
      uart.writeUint32 = function (offset, value) {
        writeUint32.call(this, offset, value);
        if (offset === 0) {
          this.interruptStatus |= 1 << 5;
          this.checkInterrupts();
        }
      };
    }
  }

  /**
   * The fourth gap: an alarm is set to whole microseconds from now, which is up to one too early, and while the clock
   * stands still it would ring for ever. And the clock advances faster while firmware waits by reading it in a loop.
   */
  patchTimer() {
    const pico = this;
    const { timer } = this;
    const { readUint32, writeUint32 } = timer;
    timer.writeUint32 = function (offset, value) {
      if (offset < 0x10 || offset > 0x1c) {
        writeUint32.call(this, offset, value);
        return;
      }
      const alarm = this.alarms[(offset - 0x10) / 4];
      const micros = this.clock.nanos / 1000;
      const wait = (value - Math.floor(micros)) >>> 0;
      alarm.armed = true;
      alarm.targetMicros = value;
      // Half of the range is the past: as on the chip, such an alarm rings after the counter has wrapped.
      alarm.clockAlarm.schedule(Math.max(0, wait - (micros - Math.floor(micros))) * 1000);
    };
    timer.readUint32 = function (offset) {
      if (offset === 0x28) {
        pico.reads = pico.instructions - pico.readLast > BUSY_WAIT_INSTRUCTIONS ? 0 : pico.reads + 1;
        pico.readLast = pico.instructions;
        if (pico.reads > BUSY_WAIT_READS) pico.clock.tick(100_000);
      }
      return readUint32.call(this, offset);
    };
  }

  /**
   * A reset by the watchdog ends this instance. The caller continues with a new one (data sheet, 4.7).
   * @param {Watchdog | undefined} before
   */
  patchWatchdog(before) {
    const { watchdog } = this;
    watchdog.onWatchdogTrigger = () => {
      this.hasReset = true;
    };
    if (before) {
      watchdog.scratchData.set(before.scratchData);
      watchdog.reason = before.reason;
    }
  }

  /**
   * The firmware executes an undefined instruction, `back` bytes before the next one: a HardFault (ARMv6-M
   * Architecture Reference Manual, B1.5.6).
   */
  fault(back = 0) {
    const { core } = this.mcu;
    core.waiting = false;
    core.PC -= back;
    this.stoppedAt = core.PC & ~1;
    core.exceptionEntry(3);
  }

  attachOled() {
    const display = new Ssd1306();
    const bus = this.mcu.i2c[0];
    bus.onStart = () => bus.completeStart();
    bus.onConnect = (address) => {
      display.begin();
      bus.completeConnect(address === 0x3c);
    };
    bus.onWriteByte = (byte) => {
      display.byte(byte);
      bus.completeWrite(true);
    };
    bus.onStop = () => bus.completeStop();
    return display;
  }

  attachTouchDisplay() {
    const { mcu } = this;
    const display = new Ili9341();
    const panel = new Xpt2046();
    const { select, data, chip, pen } = WIRING.touch;
    mcu.spi[0].onTransmit = (byte) => {
      if (!this.level(select)) display.byte(byte & 0xff, this.level(data));
      mcu.spi[0].completeTransmit(0);
    };
    mcu.gpio[chip].addListener(() => panel.begin());
    mcu.spi[1].onTransmit = (byte) => mcu.spi[1].completeTransmit(panel.exchange(byte & 0xff));
    mcu.gpio[pen].setInputValue(true);
    this.panel = panel;
    return display;
  }

  attachReader() {
    const [link, uart] = this.uart;
    const clock = {
      micros: () => this.micros,
      after: (/** @type {number} */ micros, /** @type {() => void} */ callback) => {
        const alarm = this.clock.createAlarm(callback);
        alarm.schedule(micros * 1000);
        return () => alarm.cancel();
      },
    };
    const line = {
      speed: () => uart.baudRate,
      send: (/** @type {number[]} */ bytes) => {
        uart.waiting.push(...bytes);
        uart.deliver();
      },
    };
    const reader = new Pn532(clock, line);
    uart.onByte = (byte) => {
      this.log.note(1, byte);
      reader.byte(byte);
    };
    link.onByte = (byte) => {
      this.log.note(0, byte);
      this.linkOut.push(byte);
    };
    return reader;
  }

  watchPins() {
    this.mcu.gpio.forEach((pin, number) => {
      pin.addListener((value) => {
        const high = value === GPIOPinState.High;
        // The buzzer's slice logs its pin, below, and buses log their bytes.
        if (pin.functionSelect === 5) this.log.note(2, number, high ? 1 : 0, Math.floor(this.millis));
      });
    });
    // The buzzer sounds while its slice is enabled and its duty cycle is not 0.
    const slice = this.mcu.pwm.channels[(WIRING.buzzer >> 1) & 7];
    const { writeRegister } = slice;
    const pico = this;
    let isSounding = false;
    slice.writeRegister = function (offset, value) {
      writeRegister.call(this, offset, value);
      isSounding = (this.csr & 1) !== 0 && (this.cc & 0xffff) !== 0;
      if (isSounding !== pico.sound.isSounding) {
        pico.sound.isSounding = isSounding;
        pico.edges.push([Math.floor(pico.millis), isSounding]);
        pico.log.note(3, isSounding ? 1 : 0, Math.floor(pico.millis));
      }
    };
    // The tone is not needed and its simulation is slow: the counter stays disabled.
    slice.updateEnable = function () {
      this.timer.enable = false;
    };
  }

  /**
   * Whether the board drives a pin high.
   * @param {number} number
   */
  level(number) {
    return this.mcu.gpio[number].value === GPIOPinState.High;
  }

  /**
   * Drives a pin of the board from outside.
   * @param {number} number
   * @param {boolean} high
   */
  drive(number, high) {
    this.mcu.gpio[number].setInputValue(high);
  }

  /**
   * A finger touches a pixel of the display, or is lifted.
   * @param {[number, number] | null} pixel
   */
  touch(pixel) {
    if (!this.panel) throw new Error('this board has no touch display');
    this.panel.finger = pixel;
    this.drive(WIRING.touch.pen, pixel === null);
  }

  /**
   * Bytes arrive on the service link.
   * @param {Uint8Array} bytes
   */
  link(bytes) {
    const uart = this.uart[0];
    uart.waiting.push(...bytes);
    uart.deliver();
  }

  get micros() {
    return this.clock.nanos / 1000;
  }

  get millis() {
    return this.clock.nanos / 1e6;
  }

  /**
   * Executes instructions this many times as fast from now on, so that only waiting takes time.
   * @param {number} times
   */
  speedUp(times) {
    this.pace = 1 / times;
  }

  /**
   * Runs until this microsecond of the board's own clock.
   * @param {number} micros
   */
  run(micros) {
    const { clock } = this;
    const { core } = this.mcu;
    // A nanosecond more: the clock has fractions of them, and an alarm at `micros` has to ring.
    const end = Math.round(micros * 1000) + 1;
    const cycle = CYCLE_NANOS * this.pace;
    while (clock.nanos < end && !this.isCut && !this.hasReset) {
      if (core.waiting) {
        clock.tick(Math.min(clock.nextAlarm ? clock.nanosToNextAlarm : Infinity, end - clock.nanos));
      } else {
        clock.tick(core.executeInstruction() * cycle);
        this.instructions++;
      }
    }
  }

  /** Runs until the firmware sleeps, while the clock stands still. */
  rest() {
    const { core } = this.mcu;
    const limit = this.instructions + 60_000_000;
    while (!core.waiting && !this.isCut && !this.hasReset) {
      core.executeInstruction();
      this.instructions++;
      if (this.instructions > limit) throw new Error(`the firmware does not come to rest at ${core.PC.toString(16)}`);
    }
  }

  /**
   * Runs until a condition is true, at most until `micros`. Returns whether it is.
   * @param {() => boolean} isTrue
   * @param {number} micros
   */
  until(isTrue, micros) {
    const { clock } = this;
    const { core } = this.mcu;
    const end = micros * 1000;
    while (!isTrue()) {
      if (clock.nanos >= end || this.isCut) return false;
      if (core.waiting) {
        clock.tick(Math.min(clock.nextAlarm ? clock.nanosToNextAlarm : Infinity, end - clock.nanos));
      } else {
        clock.tick(core.executeInstruction() * CYCLE_NANOS * this.pace);
        this.instructions++;
      }
    }
    return true;
  }

  /** Whether the firmware sleeps and waits only for its own alarms and for a reader that finds no card. */
  get isQuiet() {
    const { core } = this.mcu;
    const { pending, card } = this.reader;
    const isIdle = this.uart.every((one) => one.waiting.length === 0 && one.rxFIFO.empty);
    return core.waiting && isIdle && (pending === null || (pending.isSearch === true && card === null));
  }

  /**
   * Sets the clock forward while the firmware is quiet, as if it had overslept: its alarms ring late.
   * @param {number} micros
   */
  skip(micros) {
    const { clock } = this;
    const by = micros * 1000;
    const own = new Set(this.timer.alarms.map((alarm) => alarm.clockAlarm));
    // Only the firmware's alarms are late. The other alarms move along with the clock, as does the watchdog.
    for (let alarm = clock.nextAlarm; alarm; alarm = alarm.next) if (!own.has(alarm)) alarm.nanos += by;
    clock.nanosCounter += by;
    /** @type {import('./rp2040js').ClockAlarm[]} */
    const alarms = [];
    for (let alarm = clock.nextAlarm; alarm; alarm = alarm.next) alarms.push(alarm);
    for (const alarm of own) alarm.nanos = Math.max(alarm.nanos, clock.nanosCounter);
    alarms.sort((one, other) => one.nanos - other.nanos);
    clock.nextAlarm = alarms[0] ?? null;
    alarms.forEach((alarm, index) => {
      alarm.next = alarms[index + 1] ?? null;
    });
    this.watchdog.timer.baseNanos += by;
    // The reader's search for a card has ended in that time.
    this.reader.findNone();
  }

  /** Saves the state of this board. Returns a function that restores it. */
  snapshot() {
    return snapshot(this);
  }

  /**
   * The greatest depth of the stack in bytes. RAM was painted before the start: the stack reaches down to the first
   * painted stretch that is longer than any stack frame.
   */
  get stackBytes() {
    const words = new Uint32Array(this.mcu.sram.buffer, this.mcu.sram.byteOffset, (BOOT_STACK - RAM) >> 2);
    let run = 0;
    let at = words.length;
    while (at > 0 && run < 1024) run = words[--at] === PAINT ? run + 1 : 0;
    return BOOT_STACK - RAM - (at + run) * 4;
  }

  /** The bytes of the flash; they survive a power failure. */
  get flash() {
    return this.mcu.flash;
  }
}
