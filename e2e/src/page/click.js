// @ts-check
// Where an element can be clicked, after scrolling to it.

/** @param {string} css matches the element */
function clickable(css) {
  const element = document.querySelector(css);
  if (!element) return null;
  const closed = closedAround(element);
  if (element.closest('.sheet')?.getAnimations().length) return 'moving';
  if (closed) {
    const handle = /** @type {HTMLElement} */ (closed.querySelector('summary'));
    if (!closed.matches('.sheet')) handle.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = handle.getBoundingClientRect();
    return { behind: [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] };
  }
  if (element instanceof HTMLOptionElement) return 'chosen';
  for (const block of /** @type {const} */ (['nearest', 'center', 'start', 'end'])) {
    element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    const box = element.getClientRects()[0];
    if (!box) return { hidden: 'it is not shown' };
    const x = Math.round((box.left + box.right) / 2);
    const y = Math.round((box.top + box.bottom) / 2);
    const hit = document.elementFromPoint(x, y);
    if (hit && (element.contains(hit) || hit.closest('label')?.control === element)) return { at: [x, y] };
  }
  return { hidden: 'something else lies over it' };
}

/**
 * The outermost closed panel or sheet around an element. It is opened first, by its handle.
 * @param {Element} element
 */
function closedAround(element) {
  let closed = null;
  for (let inner = element; inner.parentElement; inner = inner.parentElement) {
    const outer = inner.parentElement;
    const isClosed = outer.matches('details:not([open]), .sheet[data-sheet="down"]');
    if (isClosed && inner.tagName !== 'SUMMARY') closed = outer;
  }
  return closed;
}
