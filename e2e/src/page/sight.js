// What every page shows, and how its canvases are read. The places' own scripts come after this one; nothing here
// changes anything of the page.
const one = (css) => document.querySelector(css);
const all = (css) => Array.from(document.querySelectorAll(css));
const number = (text) => (text === "" || text === undefined ? null : Number(text));

// This window, unlike any other; and how often each canvas had been written when it was looked at last.
const name = String(Math.random());
const written = new Map();
// Whether whoever looks still has the canvases of the last look.
let remembers = false;

// A canvas as runs of equal dots, row by row: how many, and the place of their colour, the most frequent first. "same"
// where it has not been written since the last look.
function dots(css) {
  const canvas = one(css);
  if (!canvas) return null;
  const redraws = canvas.parentElement.dataset.redraws;
  if (remembers && redraws && written.get(css) === redraws) return "same";
  written.set(css, redraws);
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
  const place = new Map(colours.map((colour, place) => [colour, place]));
  return {
    width,
    height,
    colours: colours.map((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour >>> 24]),
    runs: runs.map(([length, colour]) => [length, place.get(colour)]),
  };
}

function ofAnyPage(remembered) {
  remembers = remembered === name;
  const app = one("main[data-app]");
  const answer = one("[data-answer]");
  const page = {
    window: name,
    ready: app?.dataset.ready === "true" && app.dataset.complete === "true",
    owner: app?.dataset.owner === "true",
    now: Number(app?.dataset.now ?? -1),
    holder: one("[data-holder]")?.dataset.card ?? "",
    lines: all("[data-line]")
      .map(({ dataset }) => ({
        place: Number(dataset.line),
        until: Number(dataset.until),
        rules: (dataset.rules ?? "").split(" ").filter((rule) => rule !== ""),
        heard: dataset.heard ? dataset.heard.split(" ").map(Number) : null,
      }))
      .sort((a, b) => a.place - b.place),
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
