// @ts-check
// Begins the module script of a page in a single file. The page's own script follows: it fetches its modules from here
// and starts with `window.program`.
{
  const held = JSON.parse(document.getElementById('held')?.textContent ?? '');
  const bytesOf = (/** @type {string} */ base64) => Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  window.boot.loaded = async (address) => {
    const module = held.modules[String(address).split('/').pop() ?? ''];
    if (!module) throw new Error(`404 ${address}`);
    return WebAssembly.compile(bytesOf(module));
  };
  window.boot.texts = held.texts;
  window.boot.part = async (name) => held.texts[name];
  window.program = window.boot.loaded(held.program);
  // The worker of the features: its script, followed by a call of this function with its program. The script may end
  // without a semicolon.
  const start = (/** @type {string} */ base64) =>
    wasm_bindgen({ module_or_path: Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)) });
  const [script, program] = held.reader;
  const reader = new Blob([script, `\n;(${start})("${program}");`], { type: 'text/javascript' });
  // The addresses of the other files. A file without an entry does not exist.
  window.beside = { ...held.beside, [held.readerAt]: URL.createObjectURL(reader) };
}
