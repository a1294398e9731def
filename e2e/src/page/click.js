// The point at which an element can be clicked, after scrolling to it.
const element = document.querySelector(arguments[0]);
if (!element) return null;
// A closed panel around the element has to be opened first, the outermost one before those in it. A bottom sheet is
// opened by its handle.
let folded = null;
for (let inner = element; inner.parentElement; inner = inner.parentElement) {
  const around = inner.parentElement;
  const isClosed = around.matches("details:not([open]), .sheet[data-sheet='down']");
  if (isClosed && inner.tagName !== "SUMMARY") folded = around;
}
if (element.closest(".sheet")?.getAnimations().length) return "moving";
if (folded) {
  const handle = folded.querySelector("summary");
  if (!folded.matches(".sheet")) handle.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, right, top, bottom } = handle.getBoundingClientRect();
  return { behind: [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] };
}
if (element instanceof HTMLOptionElement) return "chosen";
for (const block of ["nearest", "center", "start", "end"]) {
  element.scrollIntoView({ block, inline: "nearest", behavior: "instant" });
  const { left, right, top, bottom } = element.getClientRects()[0] ?? {};
  if (left === undefined) return { hidden: "it is not displayed" };
  const x = Math.round((left + right) / 2);
  const y = Math.round((top + bottom) / 2);
  const hit = document.elementFromPoint(x, y);
  if (hit && (element.contains(hit) || hit.closest("label")?.control === element)) return { at: [x, y] };
}
return { hidden: "another element covers it" };
