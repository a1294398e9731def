// Boards on request: each request is a line of JSON, each answer another one. `README.md` lists the requests.
//
// Nothing here needs Node: the page runs the same boards in a worker.

import { Pico } from './pico.mjs';

/** The speed of a board relative to a real one. The waiting times of the firmware then dominate. */
const HURRY = 10_000;
/** The time until a board without input has started, in milliseconds; its display is dark until then. */
const BOOT_MILLIS = 2_000;
/** Shorter sleeps are not skipped, in milliseconds. */
const SKIP_MILLIS = 200;
/** The last milliseconds of a skip are emulated without skipping; more of them with a card in the field. */
const SKIP_MARGIN = 25;
const SKIP_MARGIN_CARD = 60;

/** The time in which the firmware detects a removed card, in milliseconds: it switches the field off to check again. */
const NOTICE_MILLIS = 6;

/** The interval of snapshots before a card may be removed: with a card in the field, the firmware checks
 * for it every 40 ms. */
const SNAPSHOT_MILLIS = 50;
/** The maximum age of a snapshot. */
const SNAPSHOT_MILLIS_MAX = 150;

/** The interval at which the firmware checks for the card in the field. */
const LOOK_MILLIS = 40;

/** The boards that have started once, by slot and firmware, with the snapshot of that moment. */
const booted = new Map();
/** The boards in use, by slot. */
const boards = new Map();
/** Returns the bytes of a firmware by its name. */
let firmware = () => {
  throw new Error('nobody has said where firmware comes from');
};

/** Sets the source of firmware: `bring` gets a name and returns bytes. */
export function provide(bring) {
  firmware = bring;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const toHex = (bytes) => bytes.reduce((text, byte) => text + HEX[byte], '');
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** A board with all its parts, at the first instruction of its firmware. */
function assembled({ elf, display, closed }, flash, watchdog) {
  const pico = new Pico(firmware(elf), display, flash, watchdog);
  for (const pin of closed) pico.drive(pin, true);
  pico.hurry(HURRY);
  return pico;
}

/** Starts a board that will not reach its main loop; half a second later its display is final. */
function beginStill(board, flash, watchdog) {
  board.pico = assembled(board.request, flash, watchdog);
  board.pico.run(500_000);
  board.seen = -1;
}

function switchOn(request, flash) {
  const pico = assembled(request, flash);
  const isUp = () => pico.display.isOn && pico.display.changes > 1 && pico.reader.commands > 0;
  if (!pico.until(isUp, BOOT_MILLIS * 1000)) throw new Error('the firmware does not come up');
  // Its clock has whole milliseconds: it stops in the one in which it began.
  pico.began = Math.floor(pico.millis);
  pico.rest();
  return pico;
}

/** An input without duration: it can be repeated after the board was restored. */
const acts = {
  pin: (pico, { pin, high }) => pico.drive(pin, high),
  touch: (pico, { at }) => pico.touch(at),
  link: (pico, { bytes }) => pico.link(fromHex(bytes)),
};

/** Restores the snapshot of a board and runs it again up to `micros` with all inputs since then. */
function backTo(board, micros) {
  const { pico, back, done } = board;
  back();
  for (const { at, request } of done.filter((act) => act.at <= micros)) {
    pico.run(at);
    pico.rest();
    acts[request.do](pico, request);
    pico.rest();
  }
}

/**
 * A write is confirmed and the card is removed in the same instant: the firmware gets the confirmation earlier, so
 * that it has detected the removal by then. If it still needs the card it checks for it at once, otherwise later.
 */
function confirmEarlier(board, from) {
  const { pico } = board;
  const { reader } = pico;
  for (const early of [0, LOOK_MILLIS * 1000]) {
    backTo(board, from - early);
    pico.run(from - early);
    pico.rest();
    if (!reader.pending?.block) continue;
    reader.leaving = { command: 0, at: from, spared: reader.pending.number < 32 };
    reader.pending.confirm();
    pico.rest();
    if (early > 0) reader.leaving = { command: 0, at: from };
    if (early > 0 || reader.card === null) {
      pico.run(from);
      return early / 1000;
    }
  }
  return 0;
}

/** A card is detected and removed in the same instant: it is detected earlier. */
function findEarlier(pico, from) {
  const { reader } = pico;
  reader.leaving = { command: 0, at: from, isBeingRead: true };
  reader.card.since = from - reader.times.detect;
  reader.look();
  pico.rest();
}

const requests = {
  /** Starts a new board; one that has started in this slot before is restored to that moment. */
  open(slot, request) {
    const key = `${slot} ${request.elf}`;
    let board = booted.get(key);
    if (!board) {
      const pico = switchOn(request, null);
      // No input so far: the session may begin when the reader begins to look for a card.
      requests.looking(slot, request, pico);
      pico.began = Math.floor(pico.millis);
      board = { pico, request, back: pico.snapshot() };
      booted.set(key, board);
    } else {
      board.back();
    }
    boards.set(slot, { pico: board.pico, request, seen: -1, back: null, done: [] });
  },
  /** The power fails; the flash keeps its contents. */
  off(slot) {
    const board = boards.get(slot);
    board.flash = board.pico.flash.slice();
    board.pico = null;
  },
  /** The power is back. */
  on(slot) {
    const board = boards.get(slot);
    board.pico = switchOn(board.request, board.flash);
    board.seen = -1;
  },
  /** The power is back, for a board that will not start its reader. */
  still(slot) {
    const board = boards.get(slot);
    beginStill(board, board.flash);
  },
  /** The firmware executes an invalid instruction now. It resets the chip, which starts again. */
  fault(slot, _, pico) {
    pico.fault();
    if (!pico.until(() => pico.hasReset, pico.micros + 1_000_000)) throw new Error('the firmware does not reset the chip');
    const driven = pins(pico);
    beginStill(boards.get(slot), pico.flash, pico.watchdog);
    return { stopped: { at: pico.stoppedAt, pins: driven } };
  },
  /** Overwrites bytes of the flash while the power is off. */
  burn(slot, { at, bytes }) {
    boards.get(slot).flash.set(fromHex(bytes), at);
  },
  /** Reads a part of the flash while the power is off. */
  flash(slot, { at, length }) {
    return { memory: toHex(boards.get(slot).flash.subarray(at, at + length)) };
  },
  pin(slot, request, pico) {
    acts.pin(pico, request);
    pico.rest();
  },
  touch(slot, request, pico) {
    acts.touch(pico, request);
    pico.rest();
  },
  link(slot, request, pico) {
    acts.link(pico, request);
    pico.rest();
  },
  times(slot, { detect, write, confirm }, pico) {
    pico.reader.times = { detect: detect * 1000, write: write * 1000, confirm: confirm * 1000 };
  },
  /** Puts a card into the field. The reader has to be looking for one, so that the time of detection is defined. */
  put(slot, { uid, memory, headers }, pico) {
    pico.until(() => pico.reader.isLooking, pico.micros + 1_000_000);
    pico.rest();
    pico.reader.put([...fromHex(uid)], fromHex(memory), headers);
    pico.rest();
  },
  /** Lets time pass until the reader looks for a card. */
  looking(slot, _, pico) {
    pico.until(() => pico.reader.isLooking, pico.micros + 1_000_000);
    pico.rest();
  },
  /**
   * Removes the card; the firmware detects that in this instant. For that, the board is restored to a snapshot some
   * milliseconds ago, and the card is removed with the last command that it gets before.
   */
  take(slot, _, pico) {
    const board = boards.get(slot);
    const { reader } = pico;
    const now = pico.micros;
    const { back, done } = board;
    let early = 0;
    const isFound = reader.card.since + reader.times.detect <= now;
    if (!isFound) {
      reader.takeUnseen();
      pico.rest();
      return { memory: toHex(reader.taken) };
    }
    if (back) {
      const from = Math.floor(now / 1000 - NOTICE_MILLIS) * 1000;
      backTo(board, from);
      pico.run(from);
      pico.rest();
      if (reader.isLooking && reader.card.since + reader.times.detect > from) {
        findEarlier(pico, from);
      } else if (reader.pending?.block) {
        if (reader.pending.confirmedAt <= now) early = confirmEarlier(board, from);
        else reader.take(NOTICE_MILLIS * 1000);
      } else {
        const last = reader.commands;
        backTo(board, from);
        if (reader.commands < last) reader.leaving = { command: last, at: from };
        pico.run(from);
      }
      // Inputs since then come before the detection.
      for (const { at, request } of done.filter((act) => act.at > from)) {
        pico.run(Math.min(at, now - 1));
        pico.rest();
        acts[request.do](pico, request);
        pico.rest();
      }
      // Everything up to here has been reported before.
      pico.edges.length = 0;
      pico.linkOut.length = 0;
    }
    if (reader.card && reader.pending?.block) reader.take();
    if (reader.card) {
      reader.leaving = { command: 0, at: 0 };
      if (!pico.until(() => reader.card === null, pico.micros + 1_000_000)) reader.take();
    }
    pico.rest();
    pico.until(() => reader.isLooking && reader.misses === 0, pico.micros + 1_000_000);
    if (pico.micros < now) pico.run(now);
    pico.rest();
    return { memory: toHex(reader.taken), early };
  },
  /** The contents of the card in the field. */
  card(slot, _, pico) {
    return { memory: toHex(pico.reader.card.memory) };
  },
  /** Lets time pass up to a millisecond of the board's clock, where the firmware waits. */
  run(slot, { to }, pico) {
    if (to - pico.millis > SKIP_MILLIS && pico.until(() => pico.isQuiet, pico.micros + 100_000)) {
      const margin = pico.reader.card ? SKIP_MARGIN_CARD : SKIP_MARGIN;
      pico.skip(Math.max(0, Math.floor((to - margin) * 1000 - pico.micros)));
      // A command before the skip was answered far too late: the check after the next one is a normal one again.
      if (!pico.reader.card && pico.until(() => pico.reader.isLooking, to * 1000)) pico.reader.seeNobody();
    }
    const board = boards.get(slot);
    if (pico.reader.card && !(board.back && to - board.backAt < SNAPSHOT_MILLIS_MAX)) {
      pico.run((to - SNAPSHOT_MILLIS) * 1000);
      pico.rest();
      board.back = pico.snapshot();
      board.backAt = pico.millis;
      board.done = [];
    }
    pico.run(to * 1000);
    pico.rest();
  },
  /** The power fails at this operation of the flash, counted from now. */
  cut(slot, { after }, pico) {
    pico.cutAfter = pico.flashOperations + after;
  },
  /** Sizes and checksums. */
  report(slot, _, pico) {
    return {
      instructions: pico.instructions,
      log: pico.log.text,
      entries: pico.log.entries,
      stack: pico.stackBytes,
      sent: pico.display.sent ?? 0,
      flash: pico.flashOperations,
    };
  },
};

/** The pins that a board drives high, as bits. */
function pins(pico) {
  return pico.mcu.gpio.reduce((pins, _, number) => (pico.level(number) ? pins | (1 << number) : pins), 0) >>> 0;
}

/** The changes in the visible state of a board. */
function seen(board) {
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
  if (board.seen !== pico.display.changes) {
    board.seen = pico.display.changes;
    answer.picture = toHex(pico.display.picture());
  }
  return answer;
}

/** Answers one line. */
export function answer(line) {
  let answer;
  try {
    const request = JSON.parse(line);
    const board = boards.get(request.board);
    if (board && request.do in acts) board.done.push({ at: board.pico?.micros, request });
    else if (board && !['run', 'take', 'report', 'card'].includes(request.do)) board.back = null;
    const extra = requests[request.do](request.board, request, board?.pico) ?? {};
    if (request.do === 'take') board.back = null;
    answer = { ...seen(boards.get(request.board)), ...extra };
  } catch (error) {
    answer = { error: String(error.stack ?? error) };
  }
  return JSON.stringify(answer);
}
