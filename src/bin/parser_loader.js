// The worker that saves sessions as features and plays them (parser.rs). It is compiled from bytes: no host needs to
// know the type of a `.wasm` file.

async function begin() {
  importScripts('parser.js');
  const response = await fetch('parser_bg.wasm');
  if (!response.ok) throw new Error(`parser_bg.wasm: ${response.status}`);
  await wasm_bindgen({ module_or_path: await response.arrayBuffer() });
}

begin().catch((error) => {
  console.error(error);
  postMessage('failed');
});
