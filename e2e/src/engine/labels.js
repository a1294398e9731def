// @ts-check
// Labels whose text is hidden on a phone, because an arrow or a list takes its position.

/**
 * The number of labels that are visible, and descriptions of those whose text is visible, too.
 * @param {string} css matches the labels
 * @returns {[number, string[]]}
 */
function labels(css) {
  /** @type {HTMLElement[]} */
  const all = Array.from(document.querySelectorAll(css));
  const visible = all.filter((label) => label.checkVisibility());
  const uncovered = visible.filter((label) => texts(label).some((text) => isVisible(label, text)));
  const describe = (/** @type {HTMLElement} */ label) =>
    `${label.className}: ${texts(label)
      .map(({ data }) => data)
      .join(' ')}`;
  return [visible.length, uncovered.map(describe)];
}

/** @param {HTMLElement} label */
function texts(label) {
  const all = document.createNodeIterator(label, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = all.nextNode(); node; node = all.nextNode()) {
    const text = /** @type {Text} */ (node);
    // The text of a list is meant to be visible.
    if (text.data.trim() !== '' && !text.parentElement?.closest('select')) found.push(text);
  }
  return found;
}

/**
 * Whether more than a pixel of a text is inside its label.
 * @param {HTMLElement} label
 * @param {Text} text
 */
function isVisible(label, text) {
  const box = label.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(text);
  return Array.from(range.getClientRects()).some(
    ({ left, right, top, bottom }) =>
      Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
      Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1,
  );
}
