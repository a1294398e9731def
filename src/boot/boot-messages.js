// @ts-check
// The message of a page that does not start; boot.js fetches this file only then. The build inserts the texts of
// lang/*.ftl before this script (xtask/src/boot_texts.rs).

/** The elements of the message for a cause. */
window.boot.messages = (lang, cause, detail) => {
  const texts = boot.messageTexts?.[lang];
  if (!texts) return undefined;
  const text = texts[cause]
    .replace('{browsers}', texts.browsers)
    .replace(' ({detail})', () => detail && ` (${detail})`);
  const line = document.createElement('p');
  line.textContent = text;
  const isFramed = window.parent !== window;
  const needsOthers = cause === 'file' || cause === 'old' || (!isFramed && (cause === 'policy' || cause === 'frame'));
  if (needsOthers) return [line];
  if (isFramed && cause !== 'stuck') {
    const link = document.createElement('a');
    link.className = 'button';
    link.href = location.href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = texts['own-tab'];
    // A sandbox may block new tabs: the address can be copied.
    const address = document.createElement('small');
    address.textContent = location.href;
    return [line, link, address];
  }
  const button = document.createElement('button');
  button.className = 'button';
  button.type = 'button';
  button.textContent = texts.reload;
  button.onclick = () => location.reload();
  return [line, button];
};
