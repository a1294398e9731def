// The worker that runs the firmware: fetches the emulator, the firmware and the program that drives both, and lets that
// go on. `src/bin/twin.rs` says what is told to the page; here it is, beside that,
//
//   building  the firmware is being built; it is asked for again until it is there
//   coming    it is there now, and is being fetched
//   firmware  name, version, address of its UF2 file, its bytes, their SHA-256
//   missing   what could not be fetched
//
// `twin.json` names the folder of everything else, which has its contents in its name: a cache may keep it for good.
// While the firmware is being built, it names none.

const world = self.name;
/** How long the worker waits before it asks again whether the firmware has been built, in milliseconds. */
const ASKED_AGAIN_MS = 1_000;

async function fetched(address, cache = 'default') {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** The SHA-256 of what was fetched; where the browser does not tell it, of what was built. */
async function sum(bytes, built) {
  if (!crypto.subtle) return built;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function asked() {
  return (await fetched(new URL('twin.json', location), 'no-cache')).json();
}

/** The list of the firmware, as soon as there is one. */
async function built() {
  let list = await asked();
  if (list.folder) return list;
  postMessage(['building']);
  while (!list.folder) {
    await new Promise((later) => setTimeout(later, ASKED_AGAIN_MS));
    list = await asked();
  }
  postMessage(['coming']);
  return list;
}

async function begin() {
  const list = await built();
  const home = new URL(`${list.folder}/`, location);
  const firmware = new Map();
  for (const { name, version, sha256 } of list.firmware.filter((one) => one.world === world)) {
    const address = new URL(`${name}.uf2`, home);
    const bytes = new Uint8Array(await (await fetched(address)).arrayBuffer());
    firmware.set(name, bytes);
    postMessage(['firmware', name, version, address.href, String(bytes.length), await sum(bytes, sha256)]);
  }
  const boards = await import(new URL('chip/boards.js', home));
  boards.provide((name) => firmware.get(name));
  self.askBoards = boards.answer;
  importScripts(new URL('twin.js', home));
  // From bytes: no host needs to know the type of a `.wasm` file.
  await wasm_bindgen({ module_or_path: await (await fetched(new URL('twin_bg.wasm', home))).arrayBuffer() });
}

begin().catch((error) => postMessage(['missing', String(error)]));
