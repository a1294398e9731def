// A Raspberry Pi Pico in rp2040js with its parts: display, touch controller, card reader, keys, lamps, serial lines.
//
// This project contains no boot ROM: its functions are breakpoints and are implemented here.

import { BasePeripheral, ConsoleLogger, GPIOPinState, LogLevel, Simulator } from 'rp2040js';
import { Ili9341, Ssd1306, Xpt2046 } from './display.mjs';
import { Pn532 } from './reader.mjs';
import { keep } from './snapshot.mjs';

const FLASH = 0x10000000;
const FLASH_BYTES = 2 * 1024 * 1024;
const RAM = 0x20000000;
/** The stack pointer after the second stage of the boot ROM (RP2040 data sheet, 2.8.1). */
const BOOT_STACK = 0x20042000;
/** Firmware that reads its clock this often in a row is waiting. */
const IMPATIENCE = 1_000;
/** Reads are in a row if at most this number of instructions is between them. */
const GLANCE = 200;
/** The contents of unused RAM. */
const PAINT = 0x5b5b5b5b;
const CYCLE_NANOS = 1e9 / 125e6;
/** The peripheral at each 16 KiB of the address space, by index; 0 for none. */
const PERIPHERAL_AT = new Uint8Array(1 << 18);

/** The functions of the boot ROM (data sheet, 2.8.3), each a breakpoint and a return, four bytes from 0x100 on. */
const ROM = ['lookup', 'IF', 'EX', 'RE', 'RP', 'FC', 'CX', 'MC', 'C4', 'MS', 'S4', 'UB'];
const ROM_CODE = 0x100;

/** The second gap of rp2040js: without it the flash driver waits forever for a stream that never began. */
class XipControl extends BasePeripheral {
  readUint32(offset) {
    return offset === 8 ? 3 : 0;
  }
  writeUint32() {}
}

/** The first bytes of a UF2 file, and the length of its blocks. */
const UF2 = 0x0a324655;
const UF2_BLOCK = 512;

/** Writes firmware into the flash: the loadable segments of an ELF file, or the blocks of a UF2 file. */
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

/** A checksum of the log: two sums (FNV-1a, 32 bits each) over all output of the board with its times. */
class Log {
  constructor() {
    this.sums = Uint32Array.of(0x811c9dc5, 0x01000193);
    this.entries = 0;
  }
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

/** The wiring of the board; the same for every device that has the part (firmware-core/README.md). */
export const WIRING = {
  touch: { select: 17, data: 20, chip: 13, pen: 14 },
  buzzer: 16,
};

export class Pico {
  /**
   * @param elf the firmware, as it is flashed
   * @param display `ssd1306` or `ili9341`
   * @param flash the contents of the flash; none for a new board
   * @param watchdog after a reset by the watchdog: the board before; none after a power cut
   */
  constructor(elf, display, flash, watchdog) {
    this.elf = elf;
    this.kind = display;
    this.simulator = new Simulator();
    this.clock = this.simulator.clock;
    this.mcu = this.simulator.rp2040;
    this.mcu.logger = new ConsoleLogger(LogLevel.Error, false);
    this.mcu.sram.fill(PAINT & 0xff);
    this.mcu.flash.fill(0xff);
    if (flash) this.mcu.flash.set(flash);
    load(elf, this.mcu.flash);
    this.log = new Log();
    /** The duration of a cycle relative to a real one: see `hurry`. */
    this.pace = 1;
    this.instructions = 0;
    this.reads = 0;
    this.readLast = 0;
    this.flashOperations = 0;
    /** The power fails after this number of flash operations. */
    this.cutAfter = Infinity;
    this.isCut = false;
    this.edges = [];
    this.linkOut = [];
    this.mendRom();
    this.mendSerial();
    this.mendTimer();
    this.mendWatchdog(watchdog);
    this.mcu.peripherals[0x14000] = new XipControl(this.mcu, 'XIP_CTRL');
    this.mendMemory();
    this.solderDisplay(display);
    this.solderReader();
    this.watchPins();
    const { core } = this.mcu;
    core.SP = BOOT_STACK;
    core.LR = 0;
    core.PC = FLASH;
  }

  /** Most writes of firmware go to RAM, for which rp2040js first looks for a peripheral by name. */
  mendMemory() {
    const { mcu } = this;
    const { sramView, writeUint32 } = mcu;
    const last = mcu.sram.length - 4;
    mcu.writeUint32 = (address, value) => {
      const place = (address >>> 0) - RAM;
      if (place >= 0 && place <= last) sramView.setUint32(place, value, true);
      else writeUint32.call(mcu, address, value);
    };
    const found = [undefined];
    for (const [address, peripheral] of Object.entries(mcu.peripherals)) {
      PERIPHERAL_AT[address >>> 2] = found.length;
      found.push(peripheral);
    }
    mcu.findPeripheral = (address) => found[PERIPHERAL_AT[address >>> 14]];
  }

  mendRom() {
    const rom = new Uint16Array(this.mcu.bootrom.buffer);
    rom[0x10 >> 1] = 0x754d; // "Mu", 1, version 2: data sheet, 2.8.3
    rom[0x12 >> 1] = 0x0201;
    rom[0x14 >> 1] = 0x80;
    rom[0x16 >> 1] = 0x80;
    rom[0x18 >> 1] = ROM_CODE | 1;
    ROM.forEach((_, place) => {
      rom[(ROM_CODE >> 1) + place * 2] = 0xbe00 | place;
      rom[(ROM_CODE >> 1) + place * 2 + 1] = 0x4770;
    });
    // Breakpoints are in the ROM; in the flash they are invalid instructions.
    this.mcu.onBreak = (code) => (this.mcu.core.PC >= FLASH ? this.fault(2) : this.serve(ROM[code]));
  }

  /** The functions of the boot ROM. */
  serve(name) {
    const { flash, core } = this.mcu;
    const [r0, r1, r2] = core.registers;
    switch (name) {
      case 'lookup': {
        const wanted = String.fromCharCode(r1 & 0xff, (r1 >> 8) & 0xff);
        const place = ROM.indexOf(wanted);
        if (place < 0) throw new Error(`the boot ROM has no function ${wanted} here`);
        core.registers[0] = (ROM_CODE + 4 * place) | 1;
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
      default: // connect to the flash, leave and enter its fast mode, forget its cache: nothing to do here
    }
  }

  flashing(what) {
    if (this.isCut) return;
    if (this.flashOperations >= this.cutAfter) {
      this.isCut = true;
      return;
    }
    this.flashOperations++;
    what();
    this.log.note(5, this.flashOperations);
  }

  /**
   * The first and third gap: the transmit interrupt is never cleared, and UARTDMACR reads as all ones. Input of the
   * board waits outside until the firmware has space for it: the FIFO has 32 entries.
   */
  mendSerial() {
    for (const uart of this.mcu.uart) {
      uart.checkInterrupts = function () {
        this.rp2040.setInterrupt(this.irq, (this.interruptStatus & this.interruptMask) !== 0);
      };
      const [read, write] = [uart.readUint32, uart.writeUint32];
      uart.waiting = [];
      uart.deliver = function () {
        while (this.waiting.length > 0 && !this.rxFIFO.full) this.feedByte(this.waiting.shift());
      };
      uart.readUint32 = function (offset) {
        if (offset === 0x48) return 0;
        const value = read.call(this, offset);
        if (offset === 0 && this.rxFIFO.empty) this.deliver();
        return value;
      };
      uart.writeUint32 = function (offset, value) {
        write.call(this, offset, value);
        if (offset === 0) {
          this.interruptStatus |= 1 << 5;
          this.checkInterrupts();
        }
      };
    }
  }

  /**
   * A fourth gap: alarms are set to whole microseconds from now, a fraction too early; with a stopped clock they would
   * ring forever. Firmware that waits by reading the clock is fast-forwarded.
   */
  mendTimer() {
    const pico = this;
    const timer = this.mcu.peripherals[0x40054];
    const [read, write] = [timer.readUint32, timer.writeUint32];
    timer.writeUint32 = function (offset, value) {
      if (offset < 0x10 || offset > 0x1c) return write.call(this, offset, value);
      const alarm = this.alarms[(offset - 0x10) / 4];
      const micros = this.clock.nanos / 1000;
      const wait = (value - Math.floor(micros)) >>> 0;
      alarm.armed = true;
      alarm.targetMicros = value;
      // Half of the range is the past: such an alarm waits for the next overflow, as on the chip.
      alarm.clockAlarm.schedule(Math.max(0, wait - (micros - Math.floor(micros))) * 1000);
    };
    timer.readUint32 = function (offset) {
      if (offset === 0x28) {
        pico.reads = pico.instructions - pico.readLast > GLANCE ? 0 : pico.reads + 1;
        pico.readLast = pico.instructions;
        if (pico.reads > IMPATIENCE) pico.clock.tick(100_000);
      }
      return read.call(this, offset);
    };
  }

  /** The watchdog ends this run of the board: its owner continues with a new one (data sheet, 4.7). */
  mendWatchdog(before) {
    const dog = this.mcu.peripherals[0x40058];
    this.watchdog = dog;
    this.hasReset = false;
    dog.onWatchdogTrigger = () => (this.hasReset = true);
    if (before) {
      dog.scratchData.set(before.scratchData);
      dog.reason = before.reason;
    }
  }

  /**
   * The firmware executes an invalid instruction, `back` bytes before the next one: a HardFault (ARMv6-M
   * Architecture Reference Manual, B1.5.6).
   */
  fault(back = 0) {
    const { core } = this.mcu;
    core.waiting = false;
    core.PC -= back;
    this.stoppedAt = core.PC & ~1;
    core.exceptionEntry(3);
  }

  solderDisplay(kind) {
    const { mcu } = this;
    if (kind === 'ssd1306') {
      this.display = new Ssd1306();
      const bus = mcu.i2c[0];
      bus.onStart = () => bus.completeStart();
      bus.onConnect = (address) => {
        this.display.begin();
        bus.completeConnect(address === 0x3c);
      };
      bus.onWriteByte = (byte) => {
        this.display.byte(byte);
        bus.completeWrite(true);
      };
      bus.onStop = () => bus.completeStop();
      return;
    }
    this.display = new Ili9341();
    this.panel = new Xpt2046();
    const { select, data, chip, pen } = WIRING.touch;
    mcu.spi[0].onTransmit = (byte) => {
      if (!this.level(select)) this.display.byte(byte & 0xff, this.level(data));
      mcu.spi[0].completeTransmit(0);
    };
    mcu.gpio[chip].addListener(() => this.panel.begin());
    mcu.spi[1].onTransmit = (byte) => mcu.spi[1].completeTransmit(this.panel.exchange(byte & 0xff));
    mcu.gpio[pen].setInputValue(true);
  }

  solderReader() {
    const uart = this.mcu.uart[1];
    const clock = {
      micros: () => this.micros,
      after: (micros, what) => {
        const alarm = this.clock.createAlarm(what);
        alarm.schedule(micros * 1000);
        return () => alarm.cancel();
      },
    };
    const line = {
      speed: () => uart.baudRate,
      send: (bytes) => {
        uart.waiting.push(...bytes);
        uart.deliver();
      },
    };
    this.reader = new Pn532(clock, line);
    uart.onByte = (byte) => {
      this.log.note(1, byte);
      this.reader.byte(byte);
    };
    this.mcu.uart[0].onByte = (byte) => {
      this.log.note(0, byte);
      this.linkOut.push(byte);
    };
  }

  watchPins() {
    this.mcu.gpio.forEach((pin, number) => {
      pin.addListener((value) => {
        const high = value === GPIOPinState.High;
        // A pin with pulse-width modulation is reported by its slice, below, and buses by their data.
        if (pin.functionSelect === 5) this.log.note(2, number, high ? 1 : 0, Math.floor(this.millis));
      });
    });
    // The buzzer sounds while its slice is enabled and its duty cycle is not zero.
    const slice = this.mcu.pwm.channels[(WIRING.buzzer >> 1) & 7];
    const write = slice.writeRegister;
    const pico = this;
    let isSounding = false;
    this.sound = { isSounding: false };
    slice.writeRegister = function (offset, value) {
      write.call(this, offset, value);
      isSounding = (this.csr & 1) !== 0 && (this.cc & 0xffff) !== 0;
      if (isSounding !== pico.sound.isSounding) {
        pico.sound.isSounding = isSounding;
        pico.edges.push([Math.floor(pico.millis), isSounding]);
        pico.log.note(3, isSounding ? 1 : 0, Math.floor(pico.millis));
      }
    };
    // Its tone does not matter and is expensive to emulate: the counter stands still.
    slice.updateEnable = function () {
      this.timer.enable = false;
    };
  }

  /** Whether a pin of the board is driven high. */
  level(number) {
    return this.mcu.gpio[number].value === GPIOPinState.High;
  }

  /** Drives a pin of the board from outside. */
  drive(number, high) {
    this.mcu.gpio[number].setInputValue(high);
  }

  /** Puts a finger on a pixel of the display, or lifts it. */
  touch(dot) {
    this.panel.finger = dot;
    this.drive(WIRING.touch.pen, dot === null);
  }

  /** Bytes arrive on the service link. */
  link(bytes) {
    const uart = this.mcu.uart[0];
    uart.waiting.push(...bytes);
    uart.deliver();
  }

  get micros() {
    return this.clock.nanos / 1000;
  }

  get millis() {
    return this.clock.nanos / 1e6;
  }

  /** Sets the speed of the processor relative to a real one; waiting times stay the same. */
  hurry(times) {
    this.pace = 1 / times;
  }

  /** Lets time pass up to `micros`, by the board's own clock. */
  run(micros) {
    const { clock } = this;
    const { core } = this.mcu;
    // A nanosecond more: the clock has fractions, and an alarm of this instant has to ring.
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

  /** Lets the firmware run at this instant: the clock stands still until it sleeps. */
  rest() {
    const { core } = this.mcu;
    const limit = this.instructions + 60_000_000;
    while (!core.waiting && !this.isCut && !this.hasReset) {
      core.executeInstruction();
      this.instructions++;
      if (this.instructions > limit) throw new Error(`the firmware does not come to rest at ${core.PC.toString(16)}`);
    }
  }

  /** Lets the firmware run until a condition holds, at most up to `micros`; returns whether it holds. */
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

  /** Whether the firmware only waits for its own alarms and for a reader without a card. */
  get isQuiet() {
    const { core, uart } = this.mcu;
    const { pending, card } = this.reader;
    const isIdle = uart.every((one) => one.waiting.length === 0 && one.rxFIFO.empty);
    return core.waiting && isIdle && (pending === null || (pending.look && card === null));
  }

  /** Sets the clock forward while the firmware waits, as if it had slept: its alarms ring late. */
  skip(micros) {
    const { clock } = this;
    const by = micros * 1000;
    const timer = this.mcu.peripherals[0x40054];
    const own = new Set(timer.alarms.map((alarm) => alarm.clockAlarm));
    // Only the alarms of the firmware are late; all other parts of the board, such as the watchdog, are on time.
    for (let alarm = clock.nextAlarm; alarm; alarm = alarm.next) if (!own.has(alarm)) alarm.nanos += by;
    clock.nanosCounter += by;
    const alarms = [];
    for (let alarm = clock.nextAlarm; alarm; alarm = alarm.next) alarms.push(alarm);
    for (const alarm of own) alarm.nanos = Math.max(alarm.nanos, clock.nanosCounter);
    alarms.sort((one, other) => one.nanos - other.nanos);
    clock.nextAlarm = alarms[0] ?? null;
    alarms.forEach((alarm, place) => (alarm.next = alarms[place + 1] ?? null));
    this.mcu.peripherals[0x40058].timer.baseNanos += by;
    // The reader has looked for a card all the time.
    this.reader.seeNobody();
  }

  /** A snapshot of the board: the returned function restores it. */
  snapshot() {
    return keep(this);
  }

  /**
   * The maximum depth of the stack in bytes. RAM was filled with a pattern before the start; the stack reaches from the
   * top down to the first part of the pattern that no stack frame jumps over.
   */
  get stackBytes() {
    const words = new Uint32Array(this.mcu.sram.buffer, this.mcu.sram.byteOffset, (BOOT_STACK - RAM) >> 2);
    let run = 0;
    let at = words.length;
    while (at > 0 && run < 1024) run = words[--at] === PAINT ? run + 1 : 0;
    return BOOT_STACK - RAM - (at + run) * 4;
  }

  /** The contents of the flash, which outlast a power cut. */
  get flash() {
    return this.mcu.flash;
  }
}
