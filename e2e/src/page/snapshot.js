// The parts of a snapshot that every page has, and the reading of canvases. The script of the site follows this one.
// Nothing here changes the page.
const one = (css) => document.querySelector(css);
const all = (css) => Array.from(document.querySelectorAll(css));
const number = (text) => (text === "" || text === undefined ? null : Number(text));

// A random name of this window, and the number of redraws of each canvas at the last snapshot.
const name = String(Math.random());
const redrawn = new Map();
// Whether the caller has the canvases of the last snapshot.
let hasLast = false;

// A canvas as runs of equal pixels, row by row: the length of each run and the index of its colour; the most frequent
// colour comes first. "unchanged" if it has not been redrawn since the last snapshot.
function pixels(css) {
  const canvas = one(css);
  if (!canvas) return null;
  const redraws = canvas.parentElement.dataset.redraws;
  if (hasLast && redraws && redrawn.get(css) === redraws) return "unchanged";
  redrawn.set(css, redraws);
  const { width, height } = canvas;
  const bytes = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
  const count = new Map();
  const runs = [];
  for (let from = 0; from < bytes.length; ) {
    const colour = bytes[from];
    let to = from + 1;
    while (to < bytes.length && bytes[to] === colour) to += 1;
    count.set(colour, (count.get(colour) ?? 0) + to - from);
    runs.push([to - from, colour]);
    from = to;
  }
  const colours = Array.from(count.keys()).sort((a, b) => count.get(b) - count.get(a));
  const index = new Map(colours.map((colour, index) => [colour, index]));
  return {
    width,
    height,
    colours: colours.map((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour >>> 24]),
    runs: runs.map(([length, colour]) => [length, index.get(colour)]),
  };
}

function ofAnyPage(last) {
  hasLast = last === name;
  const app = one("main[data-app]");
  const answer = one("[data-answer]");
  const page = {
    window: name,
    ready: app?.dataset.ready === "true" && app.dataset.complete === "true",
    owner: app?.dataset.owner === "true",
    now: Number(app?.dataset.now ?? -1),
    lines: all("[data-line]")
      .map(({ dataset }) => ({
        index: Number(dataset.line),
        until: Number(dataset.until),
        rules: (dataset.rules ?? "").split(" ").filter((rule) => rule !== ""),
        beeps: dataset.heard ? dataset.heard.split(" ").map(Number) : null,
      }))
      .sort((a, b) => a.index - b.index),
  };

  const shared = {
    accounts: all("[data-account]")
      .map(({ dataset }) => [dataset.account, Number(dataset.milli)])
      .filter(([, held]) => held !== 0),
    balanced: one("[data-balanced]")?.dataset.balanced === "true",
    answer: answer?.textContent ?? "",
    refused: answer?.dataset.refused === "true",
    rules: [],
  };
  return { page, shared };
}
