// @ts-check
// Starts the worker that saves sessions as features and runs features (parser.rs). The program is compiled from bytes:
// the server may send any media type for a `.wasm` file.

async function start() {
  importScripts('parser.js');
  const response = await fetch('parser_bg.wasm');
  if (!response.ok) throw new Error(`parser_bg.wasm: ${response.status}`);
  await wasm_bindgen({ module_or_path: await response.arrayBuffer() });
}

start().catch((error) => {
  console.error(error);
  postMessage('failed');
});
