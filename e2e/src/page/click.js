// Where something can be clicked, after scrolling to it.
const thing = document.querySelector(arguments[0]);
if (!thing) return null;
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
