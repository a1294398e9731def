// What a page begins with while its program is still on its way; it stands in the page itself.
// Who may write is asked at once: the answer is there when the program is (tabs.rs).
if (!/[?&]embed=/.test(location.search)) {
  const asked = (window.asked = {});
  navigator.locks?.request(document.body.dataset.keptAs, { ifAvailable: true }, (lock) => {
    const held = lock && new Promise((done) => { asked.release = done; });
    asked.isFree = lock !== null;
    asked.answered?.();
    return held;
  }).catch(() => { asked.isLost = true; asked.lost?.(); });
}
// The browser reads what is kept here while the program is still on its way.
try { localStorage.length; } catch { /* It keeps nothing, and the program will say so. */ }
// How the page looks is read when there is something to look at (markup.rs): until then it is words at its end, which
// take no time from the program. A page that is being worked on has its styles already.
const dress = (window.dress = () => {
  const words = document.getElementById("looks");
  if (!words) return;
  const style = document.createElement("style");
  style.textContent = words.textContent;
  words.replaceWith(style);
});
// Said only where there is something to wait for: letters that nobody reads take time from the program.
setTimeout(() => {
  dress();
  document.getElementById("boot")?.removeAttribute("hidden");
}, 500);
