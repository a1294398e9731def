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
// Said only where there is something to wait for: letters that nobody reads take time from the program.
setTimeout(() => document.getElementById("boot")?.removeAttribute("hidden"), 500);
