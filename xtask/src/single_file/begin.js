// What the page would fetch is held in it. Its own script, which stands behind this, fetches from here.
const held = JSON.parse(document.getElementById('held').textContent);
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
window.boot.compiled = async (address) => {
  const module = held.modules[String(address).split('/').pop()];
  if (!module) throw new Error(`404 ${address}`);
  return WebAssembly.compile(bytesOf(module));
};
const programOfPage = () => bytesOf(held.modules[held.program]);
const [readerScript, readerProgram] = held.reader;
const reader = new Blob([readerScript, `("${readerProgram}");`], { type: 'text/javascript' });
// Where the page finds what lies beside it; what is not named is not there.
window.beside = { ...held.beside, [held.readerAt]: URL.createObjectURL(reader) };
