// What pico.mjs reads and replaces inside rp2040js 1.4.1 and the package's own types call private.

import type { RP2040 } from 'rp2040js';

/** A serial port. pico.mjs adds the last two members. */
export interface Uart {
  readonly rp2040: RP2040;
  readonly irq: number;
  readonly baudRate: number;
  readonly rxFIFO: { readonly empty: boolean; readonly full: boolean };
  interruptMask: number;
  interruptStatus: number;
  onByte: (byte: number) => void;
  checkInterrupts(): void;
  feedByte(byte: number): void;
  readUint32(offset: number): number;
  writeUint32(offset: number, value: number): void;
  /** Bytes that the FIFO has no room for yet. */
  waiting: number[];
  /** Moves bytes into the FIFO while it has room. */
  deliver(): void;
}

/** An alarm of the simulated clock; a list by time. */
export interface ClockAlarm {
  next: ClockAlarm | null;
  nanos: number;
  schedule(nanos: number): void;
  cancel(): void;
}

/** The simulated clock. */
export interface Clock {
  readonly nanos: number;
  readonly nanosToNextAlarm: number;
  nextAlarm: ClockAlarm | null;
  nanosCounter: number;
  createAlarm(callback: () => void): ClockAlarm;
  tick(nanos: number): void;
}

/** The timer of the chip. */
export interface Timer {
  readonly clock: Clock;
  readonly alarms: { armed: boolean; targetMicros: number; clockAlarm: ClockAlarm }[];
  readUint32(offset: number): number;
  writeUint32(offset: number, value: number): void;
}

/** The watchdog of the chip. */
export interface Watchdog {
  readonly scratchData: Uint32Array;
  readonly timer: { baseNanos: number };
  reason: number;
  onWatchdogTrigger: () => void;
}
