// Everything that can be seen of the page, in one look. It changes nothing.
const one = (css) => document.querySelector(css);
const all = (css) => Array.from(document.querySelectorAll(css));
const app = one("main[data-app]");
const display = one("#display");
const canvas = one("#display canvas");
const answer = one("[data-answer]");
const balanced = one("[data-balanced]");

function dots(canvas) {
  const { width, height } = canvas;
  const bytes = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, width, height).data.buffer);
  const count = new Map();
  for (const colour of bytes) count.set(colour, (count.get(colour) ?? 0) + 1);
  const colours = Array.from(count.keys()).sort((a, b) => count.get(b) - count.get(a));
  const digit = new Map(colours.map((colour, place) => [colour, Math.min(place, 9)]));
  return {
    width,
    height,
    colours: colours.map((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour >>> 24]),
    dots: Array.from(bytes, (colour) => digit.get(colour)).join(""),
  };
}

return {
  ready: app?.dataset.ready === "true" && app.dataset.complete === "true",
  owner: app?.dataset.owner === "true",
  now: Number(app?.dataset.now ?? -1),
  screen: display?.dataset.screen ?? "",
  bar: display?.dataset.bar ? Number(display.dataset.bar) : null,
  display: all("#display-text [data-display-line]").map((line) => line.textContent),
  canvas: canvas ? dots(canvas) : null,
  lamps: ["1", "2", "3", "4"].map((key) => one(`[data-key="${key}"]`)?.dataset.lit === "true"),
  sockets: all("[data-socket]").map(({ dataset }) => ({
    number: Number(dataset.socket),
    live: dataset.live === "true",
    credit: Number(dataset.credit),
    watts: Number(dataset.watts),
  })),
  holder: one("[data-holder]")?.dataset.card ?? "",
  cards: all("[data-card-name]").map(({ dataset }) => ({
    name: dataset.cardName,
    standing: dataset.standing,
    balance: dataset.balance === "" || dataset.balance === undefined ? null : Number(dataset.balance),
  })),
  accounts: all("[data-account]").map(({ dataset }) => [dataset.account, Number(dataset.milli)]),
  balanced: balanced?.dataset.balanced === "true",
  answer: answer?.textContent ?? "",
  refused: answer?.dataset.refused === "true",
  lines: all("[data-line]")
    .map(({ dataset }) => ({
      place: Number(dataset.line),
      until: Number(dataset.until),
      rules: (dataset.rules ?? "").split(" ").filter((rule) => rule !== ""),
    }))
    .sort((a, b) => a.place - b.place),
};
