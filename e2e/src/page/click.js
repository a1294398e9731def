// Where something can be clicked, after scrolling to it.
const thing = document.querySelector(arguments[0]);
if (!thing) return null;
// What lies behind something that opens: that is opened first, the outermost before what is in it. A sheet at the lower
// edge of the window is drawn up by its handle.
let folded = null;
for (let inner = thing; inner.parentElement; inner = inner.parentElement) {
  const around = inner.parentElement;
  const isShut = around.matches("details:not([open]), .sheet[data-sheet='down']");
  if (isShut && inner.tagName !== "SUMMARY") folded = around;
}
if (thing.closest(".sheet")?.getAnimations().length) return "moving";
if (folded) {
  const handle = folded.querySelector("summary");
  if (!folded.matches(".sheet")) handle.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, right, top, bottom } = handle.getBoundingClientRect();
  return { behind: [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] };
}
if (thing instanceof HTMLOptionElement) return "chosen";
for (const block of ["nearest", "center", "start", "end"]) {
  thing.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
  const { left, right, top, bottom } = thing.getClientRects()[0] ?? {};
  if (left === undefined) return { hidden: "it is not shown" };
  const x = Math.round((left + right) / 2);
  const y = Math.round((top + bottom) / 2);
  const hit = document.elementFromPoint(x, y);
  if (hit && (thing.contains(hit) || hit.closest("label")?.control === thing)) return { at: [x, y] };
}
return { hidden: "something else lies over it" };
