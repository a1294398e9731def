// Labels whose text is hidden on a phone, because an arrow or a list takes its position: the elements that match
// arguments[0]. Returns how many of them are visible, and those of them whose text is visible, too.
const labels = Array.from(document.querySelectorAll(arguments[0])).filter((label) => label.checkVisibility());
const texts = (label) => {
  const all = document.createNodeIterator(label, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = all.nextNode(); text; text = all.nextNode()) {
    // The text of a list is meant to be visible.
    if (text.data.trim() !== "" && !text.parentElement.closest("select")) found.push(text);
  }
  return found;
};
const isVisible = (label, text) => {
  const box = label.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(text);
  return Array.from(range.getClientRects()).some(
    ({ left, right, top, bottom }) =>
      Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
      Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1,
  );
};
const covered = labels.filter((label) => texts(label).some((text) => isVisible(label, text)));
return [labels.length, covered.map((label) => `${label.className}: ${texts(label).map(({ data }) => data).join(" ")}`)];
