// The requests to the boards, by their names. README.md says what each does.

import type { Pico } from './pico.mjs';

/** A board: its firmware, its display, and the pins that a pull-up holds high. */
export interface Assembly {
  elf: string;
  display: 'ssd1306' | 'ili9341';
  closed: number[];
}

/** Bytes are hexadecimal, times are in milliseconds. */
export interface Requests {
  open: Assembly;
  off: object;
  on: object;
  still: object;
  fault: object;
  burn: { at: number; bytes: string };
  flash: { at: number; length: number };
  pin: { pin: number; high: boolean };
  touch: { at: [number, number] | null };
  link: { bytes: string };
  times: { detect: number; write: number; confirm: number };
  put: { uid: string; memory: string; headers: number[]; beside?: { uid: string; memory: string } };
  looking: { first?: boolean };
  take: object;
  card: object;
  run: { to: number };
  cut: { after: number };
  report: object;
}

/** The requests that take no time: they can be repeated after the board was put back. */
export type Instant = 'pin' | 'touch' | 'link';

// biome-ignore lint/suspicious/noConfusingVoidType: a handler without a result returns nothing
type Result = object | void;

/** What executes each request, on a board that has power. The result is added to the answer. */
export type Handlers = {
  [Name in keyof Requests]: (pico: Pico, request: Requests[Name], slot: string) => Result;
};

/** The same of the requests that take no time. */
export type Actions = { [Name in Instant]: (pico: Pico, request: Requests[Name]) => void };

/** An instant request that was executed, with the microsecond of the board's clock. */
export interface Executed {
  at: number;
  execute: (pico: Pico) => void;
}

/** A board in use. */
export interface Board {
  /** Null while the power is off. */
  pico: Pico | null;
  assembly: Assembly;
  /** The changes of the display that have been answered. */
  seen: number;
  /** Puts the board back to a snapshot, with its time, if there is one. */
  back: (() => void) | null;
  backAt: number;
  /** What was executed since that snapshot. */
  executed: Executed[];
  /** The flash while the power is off. */
  flash: Uint8Array;
}
