// @ts-check
// Boards on request: `answer` takes a line of JSON and returns a line of JSON. `README.md` lists the requests.
//
// Nothing here depends on Node: the page runs the same boards in a worker.

import { Ili9341 } from './display.mjs';
import { Pico } from './pico.mjs';

/** @typedef {import('./requests').Board} Board */

/** The factor by which a board executes instructions faster than a real one: only waiting takes time. */
const SPEED_UP = 10_000;
/** The time in which a board starts that receives no requests, in milliseconds. Its display is dark until then. */
const BOOT_MILLIS = 2_000;
/** The shortest sleep that is skipped, in milliseconds. */
const SKIP_MILLIS = 200;
/** The time at the end of a skip that is simulated, in milliseconds; more with a card in the field. */
const SKIP_MARGIN = 25;
const SKIP_MARGIN_CARD = 60;

/** The time in which the firmware detects that a card is gone: it switches the field off and searches again. */
const REMOVAL_MILLIS = 6;

/**
 * The age of a snapshot at the earliest moment at which its card may be removed, in milliseconds. The firmware searches
 * for a card in the field every 40 ms.
 */
const SNAPSHOT_MILLIS = 50;
/** The greatest age of a snapshot, in milliseconds. */
const SNAPSHOT_MILLIS_MAX = 150;

/** The interval at which the firmware searches for a card in the field, in milliseconds. */
const SEARCH_MILLIS = 40;

/**
 * Boards that have started once, by slot and firmware, with the function that puts them back to that moment.
 * @type {Map<string, { pico: Pico, back: () => void }>}
 */
const started = new Map();
/**
 * The boards in use, by slot.
 * @type {Map<string, Board>}
 */
const boards = new Map();
/**
 * Returns the bytes of a firmware by its name.
 * @type {(name: string) => Uint8Array}
 */
let firmware = () => {
  throw new Error('no source of firmware was provided');
};

/**
 * Sets the source of the firmware.
 * @param {(name: string) => Uint8Array} source returns the bytes of a firmware by its name
 */
export function provide(source) {
  firmware = source;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** @param {Iterable<number> | null} bytes */
function toHex(bytes) {
  let text = '';
  for (const byte of bytes ?? []) text += HEX[byte];
  return text;
}

const fromHex = (/** @type {string} */ text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @param {string} slot */
function boardIn(slot) {
  const board = boards.get(slot);
  if (!board) throw new Error(`there is no board ${slot}`);
  return board;
}

/**
 * A board with its peripherals, at the first instruction of its firmware.
 * @param {import('./requests').Assembly} assembly
 * @param {Uint8Array | null} flash
 * @param {import('./rp2040js').Watchdog} [watchdog]
 */
function assembled({ elf, display, closed }, flash, watchdog) {
  const pico = new Pico(firmware(elf), display, flash, watchdog);
  for (const pin of closed) pico.drive(pin, true);
  pico.speedUp(SPEED_UP);
  return pico;
}

/**
 * Starts a board that does not become ready: half a second later its display is as it stays.
 * @param {Board} board
 * @param {Uint8Array} flash
 * @param {import('./rp2040js').Watchdog} [watchdog]
 */
function startUnready(board, flash, watchdog) {
  board.pico = assembled(board.assembly, flash, watchdog);
  board.pico.run(500_000);
  board.seen = -1;
}

/**
 * Starts a board and runs it until it is ready.
 * @param {import('./requests').Assembly} assembly
 * @param {Uint8Array | null} flash
 */
function start(assembly, flash) {
  const pico = assembled(assembly, flash);
  const isReady = () => pico.display.isOn && pico.display.changes > 1 && pico.reader.commands > 0;
  if (!pico.until(isReady, BOOT_MILLIS * 1000)) throw new Error('the firmware does not start');
  // Its clock counts whole milliseconds: it comes to rest in the one in which it began.
  pico.began = Math.floor(pico.millis);
  pico.rest();
  return pico;
}

/**
 * Runs a board until its reader searches for a card.
 * @param {Pico} pico
 */
function runUntilSearch(pico) {
  pico.until(() => pico.reader.isSearching, pico.micros + 1_000_000);
  pico.rest();
}

/** @type {import('./requests').Actions} */
const actions = {
  pin: (pico, { pin, high }) => pico.drive(pin, high),
  touch: (pico, { at }) => pico.touch(at),
  link: (pico, { bytes }) => pico.link(fromHex(bytes)),
};

/**
 * Puts a board back to its snapshot and runs it until `micros`, with everything that was executed until then.
 * @param {Board} board
 * @param {Pico} pico
 * @param {number} micros
 */
function backTo(board, pico, micros) {
  board.back?.();
  for (const { at, execute } of board.executed.filter(({ at }) => at <= micros)) {
    pico.run(at);
    pico.rest();
    execute(pico);
    pico.rest();
  }
}

/**
 * A write is confirmed and the card is removed at the same moment: the write is confirmed earlier, so that the
 * firmware detects the removal by then. It uses the card at once if it has not finished, else with its next search.
 * @param {Board} board
 * @param {Pico} pico
 * @param {number} from
 */
function confirmEarlier(board, pico, from) {
  const { reader } = pico;
  for (const early of [0, SEARCH_MILLIS * 1000]) {
    backTo(board, pico, from - early);
    pico.run(from - early);
    pico.rest();
    const block = reader.pending?.block;
    if (!block) continue;
    reader.leaving = { command: 0, at: from, spared: block.number < 32 };
    block.confirm();
    pico.rest();
    if (early > 0) reader.leaving = { command: 0, at: from };
    if (early > 0 || reader.card === null) {
      pico.run(from);
      return early / 1000;
    }
  }
  return 0;
}

/**
 * A card is found and removed at the same moment: it is found earlier.
 * @param {Pico} pico
 * @param {import('./reader.mjs').Card} card
 * @param {number} from
 */
function findEarlier(pico, card, from) {
  const { reader } = pico;
  reader.leaving = { command: 0, at: from, isBeingRead: true };
  card.since = from - reader.times.detect;
  reader.search();
  pico.rest();
}

/** @type {import('./requests').Handlers} */
const handlers = {
  /** A new board starts. One that has started before in this slot is put back to that moment. */
  open(_, { elf, display, closed }, slot) {
    const assembly = { elf, display, closed };
    const key = `${slot} ${elf}`;
    let board = started.get(key);
    if (!board) {
      const pico = start(assembly, null);
      // The board may as well begin at the first search for a card: nothing has happened before.
      runUntilSearch(pico);
      pico.began = Math.floor(pico.millis);
      board = { pico, back: pico.snapshot() };
      started.set(key, board);
    } else {
      board.back();
    }
    const { pico } = board;
    boards.set(slot, { pico, assembly, seen: -1, back: null, backAt: 0, executed: [], flash: pico.flash });
  },
  /** The power fails; the flash keeps its contents. */
  off(pico, _, slot) {
    const board = boardIn(slot);
    board.flash = pico.flash.slice();
    board.pico = null;
  },
  /** The power is back. */
  on(_, __, slot) {
    const board = boardIn(slot);
    board.pico = start(board.assembly, board.flash);
    board.seen = -1;
  },
  /** The power is back for a board that does not become ready. */
  still(_, __, slot) {
    const board = boardIn(slot);
    startUnready(board, board.flash);
  },
  /** The firmware executes an undefined instruction at this moment. It resets the chip, which starts again. */
  fault(pico, _, slot) {
    pico.fault();
    if (!pico.until(() => pico.hasReset, pico.micros + 1_000_000)) {
      throw new Error('the firmware does not reset the chip');
    }
    const driven = pins(pico);
    startUnready(boardIn(slot), pico.flash, pico.watchdog);
    return { stopped: { at: pico.stoppedAt, pins: driven } };
  },
  /** Overwrites bytes of the flash while the power is off. */
  burn(_, { at, bytes }, slot) {
    boardIn(slot).flash.set(fromHex(bytes), at);
  },
  /** Reads a part of the flash while the power is off. */
  flash(_, { at, length }, slot) {
    return { memory: toHex(boardIn(slot).flash.subarray(at, at + length)) };
  },
  pin(pico, request) {
    actions.pin(pico, request);
    pico.rest();
  },
  touch(pico, request) {
    actions.touch(pico, request);
    pico.rest();
  },
  link(pico, request) {
    actions.link(pico, request);
    pico.rest();
  },
  times(pico, { detect, write, confirm }) {
    pico.reader.times = { detect: detect * 1000, write: write * 1000, confirm: confirm * 1000 };
  },
  /** Puts a card into the field. The reader has to be searching, so that the time until it is found is known. */
  put(pico, { uid, memory, headers, beside }) {
    runUntilSearch(pico);
    const other = beside ? { uid: [...fromHex(beside.uid)], memory: fromHex(beside.memory) } : null;
    pico.reader.put([...fromHex(uid)], fromHex(memory), headers, other);
    pico.rest();
  },
  /**
   * Runs until the reader searches for a card. A card that is found by the first search since power-on was there before:
   * if it is not `first`, that search ends without one.
   */
  looking(pico, { first }) {
    runUntilSearch(pico);
    if (first || pico.reader.searches > 1) return;
    pico.reader.findNone();
    pico.rest();
    runUntilSearch(pico);
  },
  /**
   * Removes the card; the firmware detects that at this very moment. For that, the board goes back by some milliseconds,
   * and the card is removed with the last command before.
   */
  take(pico, _, slot) {
    const board = boardIn(slot);
    const { reader } = pico;
    const now = pico.micros;
    const { back, executed } = board;
    const { card } = reader;
    if (!card) throw new Error('there is no card in the field');
    let early = 0;
    const isFound = card.since + reader.times.detect <= now;
    if (!isFound) {
      reader.takeUnfound();
      pico.rest();
      return { memory: toHex(reader.taken), beside: toHex(reader.takenBeside) };
    }
    if (back) {
      const from = Math.floor(now / 1000 - REMOVAL_MILLIS) * 1000;
      backTo(board, pico, from);
      pico.run(from);
      pico.rest();
      const block = reader.pending?.block;
      if (reader.isSearching && reader.card && reader.card.since + reader.times.detect > from) {
        findEarlier(pico, reader.card, from);
      } else if (block) {
        if (block.confirmedAt <= now) early = confirmEarlier(board, pico, from);
        else reader.take(REMOVAL_MILLIS * 1000);
      } else {
        const last = reader.commands;
        backTo(board, pico, from);
        if (reader.commands < last) reader.leaving = { command: last, at: from };
        pico.run(from);
      }
      // Everything that was executed since then precedes the detection.
      for (const { at, execute } of executed.filter((action) => action.at > from)) {
        pico.run(Math.min(at, now - 1));
        pico.rest();
        execute(pico);
        pico.rest();
      }
      // The output up to here has been answered before.
      pico.edges.length = 0;
      pico.linkOut.length = 0;
    }
    if (reader.card && reader.pending?.block) reader.take();
    if (reader.card) {
      reader.leaving = { command: 0, at: 0 };
      if (!pico.until(() => reader.card === null, pico.micros + 1_000_000)) reader.take();
    }
    pico.rest();
    pico.until(() => reader.isSearching && reader.misses === 0, pico.micros + 1_000_000);
    if (pico.micros < now) pico.run(now);
    pico.rest();
    return { memory: toHex(reader.taken), beside: toHex(reader.takenBeside), early };
  },
  /** Reads the cards in the field. */
  card(pico) {
    const { card, beside } = pico.reader;
    return { memory: toHex(card?.memory ?? null), beside: toHex(beside?.memory ?? null) };
  },
  /** Runs until a millisecond of the board's clock; the firmware comes to rest there. */
  run(pico, { to }, slot) {
    if (to - pico.millis > SKIP_MILLIS && pico.until(() => pico.isQuiet, pico.micros + 100_000)) {
      const margin = pico.reader.card ? SKIP_MARGIN_CARD : SKIP_MARGIN;
      pico.skip(Math.max(0, Math.floor((to - margin) * 1000 - pico.micros)));
      // The search before the skip ended too late. The one after the next is as usual.
      if (!pico.reader.card && pico.until(() => pico.reader.isSearching, to * 1000)) pico.reader.findNone();
    }
    const board = boardIn(slot);
    if (pico.reader.card && !(board.back && to - board.backAt < SNAPSHOT_MILLIS_MAX)) {
      pico.run((to - SNAPSHOT_MILLIS) * 1000);
      pico.rest();
      board.back = pico.snapshot();
      board.backAt = pico.millis;
      board.executed = [];
    }
    pico.run(to * 1000);
    pico.rest();
  },
  /** The power fails at this operation of the flash, counted from now. */
  cut(pico, { after }) {
    pico.cutAfter = pico.flashOperations + after;
  },
  /** Sizes and counts. */
  report(pico) {
    return {
      instructions: pico.instructions,
      log: pico.log.text,
      entries: pico.log.entries,
      stack: pico.stackBytes,
      sent: pico.display instanceof Ili9341 ? pico.display.sent : 0,
      flash: pico.flashOperations,
    };
  },
};

/**
 * The pins that a board drives high, as bits.
 * @param {Pico} pico
 */
function pins(pico) {
  return pico.mcu.gpio.reduce((pins, _, number) => (pico.level(number) ? pins | (1 << number) : pins), 0) >>> 0;
}

/**
 * The state and the output of a board. The picture is left out if it has not changed.
 * @param {Board} board
 * @returns {object}
 */
function observed(board) {
  const { pico } = board;
  if (!pico) return {};
  const answer = {
    began: pico.began,
    now: Math.floor(pico.millis),
    on: pico.display.isOn,
    pins: pins(pico),
    edges: pico.edges.splice(0),
    link: toHex(pico.linkOut.splice(0)),
    cut: pico.isCut,
  };
  if (board.seen === pico.display.changes) return answer;
  board.seen = pico.display.changes;
  return { ...answer, picture: toHex(pico.display.picture()) };
}

/**
 * Executes the request in one line of JSON, and returns the answer as a line.
 * @param {string} line
 */
export function answer(line) {
  try {
    const request = JSON.parse(line);
    /** @type {{ do: keyof import('./requests').Requests, board: string }} */
    const { do: name, board: slot } = request;
    const board = boards.get(slot);
    const pico = /** @type {Pico} */ (board?.pico);
    if (board && name in actions) {
      const action = actions[/** @type {import('./requests').Instant} */ (name)];
      board.executed.push({ at: pico?.micros, execute: (again) => action(again, request) });
    } else if (board && !['run', 'take', 'report', 'card'].includes(name)) {
      board.back = null;
    }
    const extra = handlers[name](pico, request, slot) ?? {};
    if (board && name === 'take') board.back = null;
    return JSON.stringify({ ...observed(boardIn(slot)), ...extra });
  } catch (error) {
    return JSON.stringify({ error: String(error instanceof Error ? error.stack : error) });
  }
}
