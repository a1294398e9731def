// Boards on request: a line of JSON comes in, a line of JSON goes out. `README.md` lists what can be asked.
//
// Nothing here is of Node: the page has the same boards in a worker.

import { Pico } from './pico.mjs';

/** So many times as fast as a real one a board computes: what takes time is what it waits for. */
const HURRY = 10_000;
/** A board that nobody talks to comes up within this, in milliseconds; its display is dark until the very end. */
const BOOT_MILLIS = 2_000;
/** Shorter sleeps are not worth being skipped, in milliseconds. */
const SKIP_MILLIS = 200;
/** So long before the end of a skip the board lives through its time as it comes; longer where a card lies there. */
const SKIP_MARGIN = 25;
const SKIP_MARGIN_CARD = 60;

/** So long it takes the firmware to be sure that a card has gone: it switches the field off to look once more. */
const NOTICE_MILLIS = 6;

/** So long before every moment in which a card may be taken away the board is remembered: the firmware looks for a card
 * that lies there every 40 ms. */
const SNAPSHOT_MILLIS = 50;
/** A memory of a board may be so old. */
const SNAPSHOT_MILLIS_MAX = 150;

/** So often it looks for a card that lies there. */
const LOOK_MILLIS = 40;

/** Boards that have come up once, by their slot and what they run, with the way back there. */
const booted = new Map();
/** The boards in use, by their slot. */
const boards = new Map();
/** Brings the bytes of a firmware by its name. */
let firmware = () => {
  throw new Error('nobody has said where firmware comes from');
};

/** Says where firmware comes from: `bring` is given a name and returns bytes. */
export function provide(bring) {
  firmware = bring;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const toHex = (bytes) => bytes.reduce((text, byte) => text + HEX[byte], '');
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** A board with everything that is soldered to it, at the first instruction of its firmware. */
function assembled({ elf, display, closed }, flash, watchdog) {
  const pico = new Pico(firmware(elf), display, flash, watchdog);
  for (const pin of closed) pico.drive(pin, true);
  pico.hurry(HURRY);
  return pico;
}

/** A board that is not going to serve anybody begins: half a second later it shows what it shows. */
function beginStill(board, flash, watchdog) {
  board.pico = assembled(board.request, flash, watchdog);
  board.pico.run(500_000);
  board.seen = -1;
}

function switchOn(request, flash) {
  const pico = assembled(request, flash);
  const isUp = () => pico.display.isOn && pico.display.changes > 1 && pico.reader.commands > 0;
  if (!pico.until(isUp, BOOT_MILLIS * 1000)) throw new Error('the firmware does not come up');
  // Its clock reads whole milliseconds: it comes to rest in the one in which it began.
  pico.began = Math.floor(pico.millis);
  pico.rest();
  return pico;
}

/** What is done to a board in no time: it can be done again where the board was put back. */
const acts = {
  pin: (pico, { pin, high }) => pico.drive(pin, high),
  touch: (pico, { at }) => pico.touch(at),
  link: (pico, { bytes }) => pico.link(fromHex(bytes)),
};

/** Puts a board back to where it is remembered, and lets it live again up to `micros` with all that was done to it. */
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
 * A write is confirmed and the card goes in the same moment: the firmware is told so much earlier that it can be sure by
 * then that the card has gone. It asks for the card at once if it has more to do with it, else with its next look.
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

/** A card is found and goes in the same moment: it is found so much earlier. */
function findEarlier(pico, from) {
  const { reader } = pico;
  reader.leaving = { command: 0, at: from, isBeingRead: true };
  reader.card.since = from - reader.times.detect;
  reader.look();
  pico.rest();
}

const requests = {
  /** A board from the shop comes up; one that came up before in this slot is put back to that moment. */
  open(slot, request) {
    const key = `${slot} ${request.elf}`;
    let board = booted.get(key);
    if (!board) {
      const pico = switchOn(request, null);
      // Nobody has done anything yet: it may as well have begun when its reader begins to look for a card.
      requests.looking(slot, request, pico);
      pico.began = Math.floor(pico.millis);
      board = { pico, request, back: pico.snapshot() };
      booted.set(key, board);
    } else {
      board.back();
    }
    boards.set(slot, { pico: board.pico, request, seen: -1, back: null, done: [] });
  },
  /** The power goes; what the flash holds is kept. */
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
  /** The power is back, and nobody waits for a reader. */
  still(slot) {
    const board = boards.get(slot);
    beginStill(board, board.flash);
  },
  /** The firmware meets a mistake of its own at this very moment. It resets the chip, which comes up again. */
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
  /** What a part of the flash holds while the power is off. */
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
  /** A card is put there. The reader has to be looking at that moment, or nobody could say when it is found. */
  put(slot, { uid, memory, headers }, pico) {
    pico.until(() => pico.reader.isLooking, pico.micros + 1_000_000);
    pico.rest();
    pico.reader.put([...fromHex(uid)], fromHex(memory), headers);
    pico.rest();
  },
  /** Time passes until the reader looks for a card. */
  looking(slot, _, pico) {
    pico.until(() => pico.reader.isLooking, pico.micros + 1_000_000);
    pico.rest();
  },
  /**
   * The card is taken away; the firmware notices at this very moment. For that the board goes back by some
   * milliseconds, and the card goes with the last thing that is asked of it before.
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
      // What was done since then comes before the firmware notices.
      for (const { at, request } of done.filter((act) => act.at > from)) {
        pico.run(Math.min(at, now - 1));
        pico.rest();
        acts[request.do](pico, request);
        pico.rest();
      }
      // Up to here all of this has been told before.
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
  /** What the card holds that lies there. */
  card(slot, _, pico) {
    return { memory: toHex(pico.reader.card.memory) };
  },
  /** Time passes up to a millisecond of the board's clock; the firmware comes to rest there. */
  run(slot, { to }, pico) {
    if (to - pico.millis > SKIP_MILLIS && pico.until(() => pico.isQuiet, pico.micros + 100_000)) {
      const margin = pico.reader.card ? SKIP_MARGIN_CARD : SKIP_MARGIN;
      pico.skip(Math.max(0, Math.floor((to - margin) * 1000 - pico.micros)));
      // What was asked before the skip was answered far too late: the look after the next one is as any other.
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
  /** The power goes at this operation of the flash, counted from now. */
  cut(slot, { after }, pico) {
    pico.cutAfter = pico.flashOperations + after;
  },
  /** Sizes and sums. */
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

/** The pins that a board drives high, by their bits. */
function pins(pico) {
  return pico.mcu.gpio.reduce((pins, _, number) => (pico.level(number) ? pins | (1 << number) : pins), 0) >>> 0;
}

/** What can be seen of a board, as far as it is news. */
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
