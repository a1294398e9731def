// @ts-check
// What a page does before its program has been fetched; inlined into the page after boot.js.

// Requests the lock on the session at once, so that the answer is there when the program is (src/session/tabs.rs).
if (!/[?&]embed=/.test(location.search) && navigator.locks) {
  /** @type {LockRequest} */
  const request = {};
  window.lockRequest = request;
  const lose = () => {
    request.isLost = true;
    request.lost?.();
  };
  /**
   * Holds the lock until the program releases it.
   * @param {Lock | null} lock null if another tab holds it
   */
  const hold = (lock) => {
    const held =
      lock &&
      new Promise((/** @type {(value?: undefined) => void} */ release) => {
        request.release = release;
      });
    request.isFree = lock !== null;
    request.answered?.();
    return held;
  };
  try {
    navigator.locks.request(document.body.dataset.storageKey ?? '', { ifAvailable: true }, hold).catch(lose);
  } catch {
    lose();
  }
}
// The first access makes the browser read the storage from disk, in parallel with the fetching of the program.
try {
  localStorage.length;
} catch {
  // The browser stores nothing, and the program says so.
}
// A style sheet is parsed when there is something to show (src/elements/first_paint.rs): until then it is text at the
// end of the page, so that it does not delay the program. The development server inserts the styles as usual.
window.applyStyles = () => {
  const text = document.getElementById('styles');
  if (!text) return;
  const style = document.createElement('style');
  style.textContent = text.textContent;
  text.replaceWith(style);
};
// A page that takes longer shows its progress, which needs the styles.
setTimeout(window.applyStyles, 500);
