// What a page does while its program is still on its way; it stands in the page itself, behind boot.js.
// The lock on the session is requested at once: the answer is there when the program is (tabs.rs).
if (!/[?&]embed=/.test(location.search) && navigator.locks) {
  const asked = (window.asked = {});
  const lost = () => { asked.isLost = true; asked.lost?.(); };
  try {
    navigator.locks.request(document.body.dataset.keptAs, { ifAvailable: true }, (lock) => {
      const held = lock && new Promise((done) => { asked.release = done; });
      asked.isFree = lock !== null;
      asked.answered?.();
      return held;
    }).catch(lost);
  } catch {
    lost();
  }
}
// The browser reads the storage here while the program is still on its way.
try { localStorage.length; } catch { /* It stores nothing, and the program says so. */ }
// The styles are parsed when there is something to show (markup.rs): until then they are text at the end of the page,
// which costs the program no time. The development server has its styles already.
const dress = (window.dress = () => {
  const words = document.getElementById("looks");
  if (!words) return;
  const style = document.createElement("style");
  style.textContent = words.textContent;
  words.replaceWith(style);
});
// Only a page that takes longer shows something meanwhile.
setTimeout(dress, 500);
