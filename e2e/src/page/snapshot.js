// @ts-check
// What the pages of all sites show, and how their canvases are read. A script of each site follows. Nothing here changes
// the page.

/**
 * A canvas as runs of equal pixels, row by row: the length of each, and the index of its color, the most frequent first.
 * @typedef {{ width: number, height: number, colours: number[][], runs: number[][] }} Drawn
 */

/** @returns {HTMLElement | null} */
const one = (/** @type {string} */ css) => document.querySelector(css);
/** @returns {HTMLElement[]} */
const all = (/** @type {string} */ css) => Array.from(document.querySelectorAll(css));
const number = (/** @type {string | undefined} */ text) => (text === '' || text === undefined ? null : Number(text));

/** Identifies this window. */
const windowId = String(Math.random());
/**
 * The redraw counter of each canvas at the last snapshot.
 * @type {Map<string, string | undefined>}
 */
const redrawsSeen = new Map();
/** Whether the test still has the canvases of the last snapshot. */
let remembers = false;

/**
 * The pixels of a canvas; `unchanged` if it has not been redrawn since the last snapshot.
 * @param {string} css
 * @returns {Drawn | 'unchanged' | null}
 */
function pixelsOf(css) {
  const canvas = /** @type {HTMLCanvasElement | null} */ (one(css));
  if (!canvas) return null;
  const redraws = canvas.parentElement?.dataset.redraws;
  if (remembers && redraws && redrawsSeen.get(css) === redraws) return 'unchanged';
  redrawsSeen.set(css, redraws);
  const { width, height } = canvas;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  /** @type {Map<number, number>} */
  const counts = new Map();
  const runs = [];
  for (let from = 0; from < pixels.length; ) {
    const colour = pixels[from] ?? 0;
    let to = from + 1;
    while (to < pixels.length && pixels[to] === colour) to += 1;
    counts.set(colour, (counts.get(colour) ?? 0) + to - from);
    runs.push([to - from, colour]);
    from = to;
  }
  const colours = Array.from(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([colour]) => colour);
  const index = new Map(colours.map((colour, index) => [colour, index]));
  return {
    width,
    height,
    colours: colours.map((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour >>> 24]),
    runs: runs.map(([length = 0, colour = 0]) => [length, index.get(colour) ?? 0]),
  };
}

/**
 * @param {string | null} remembered the window of the last snapshot
 * @param {(name: string) => unknown} account an account of the ledger by its name
 */
function ofAnyPage(remembered, account) {
  remembers = remembered === windowId;
  const app = one('main[data-app]');
  const answer = one('[data-answer]');
  const page = {
    window: windowId,
    ready: app?.dataset.ready === 'true' && app.dataset.complete === 'true',
    owner: app?.dataset.owner === 'true',
    now: Number(app?.dataset.now ?? -1),
    lines: all('[data-line]')
      .map(({ dataset }) => ({
        index: Number(dataset.line),
        until: Number(dataset.until),
        rules: (dataset.rules ?? '').split(' ').filter((rule) => rule !== ''),
        beeps: dataset.heard ? dataset.heard.split(' ').map(Number) : null,
      }))
      .sort((a, b) => a.index - b.index),
  };

  const shared = {
    accounts: all('[data-account]')
      .map(({ dataset }) => /** @type {const} */ ([account(dataset.account ?? ''), Number(dataset.milli)]))
      .filter(([, held]) => held !== 0),
    balanced: one('[data-balanced]')?.dataset.balanced === 'true',
    answer: answer?.textContent ?? '',
    refused: answer?.dataset.refused === 'true',
    rules: [],
  };
  return { page, shared };
}
