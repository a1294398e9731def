// @ts-check
// The worker that runs the firmware: fetches the emulator, the firmware and the program that drives both, then starts
// the program. The page receives the messages of `src/bin/twin.rs`, and these:
//
//   building  the firmware is still being built; the worker asks again until it is there
//   coming    it has been built, and is being fetched
//   firmware  name, version, address of its UF2 file, number of bytes, SHA-256
//   missing   the error, if something cannot be fetched
//
// `twin.json` names the folder of all other files. The folder's name is a hash of its contents, so caches may keep it
// for ever. While the firmware is being built, `twin.json` names no folder.

/** The site that this worker belongs to. */
const site = self.name;
/** The interval at which the worker asks whether the firmware has been built, in milliseconds. */
const POLL_MS = 1_000;

/** @typedef {{ name: string, world: string, version: string, sha256: string }} Firmware */
/** @typedef {{ folder?: string, firmware: Firmware[] }} List */

/**
 * @param {string | URL} address
 * @param {RequestCache} cache
 */
async function fetchOk(address, cache = 'default') {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/**
 * The SHA-256 of bytes that were fetched; without `crypto.subtle`, that of the build.
 * @param {BufferSource} bytes
 * @param {string} built
 */
async function sha256(bytes, built) {
  if (!crypto.subtle) return built;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns {Promise<List>} */
async function fetchList() {
  return (await fetchOk(new URL('twin.json', location.href), 'no-cache')).json();
}

/**
 * The list of the firmware, once it has been built.
 * @returns {Promise<List>}
 */
async function builtList() {
  let list = await fetchList();
  if (list.folder) return list;
  postMessage(['building']);
  while (!list.folder) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    list = await fetchList();
  }
  postMessage(['coming']);
  return list;
}

async function start() {
  const list = await builtList();
  const folder = new URL(`${list.folder}/`, location.href);
  /** @type {Map<string, Uint8Array>} */
  const images = new Map();
  for (const { name, version, sha256: built } of list.firmware.filter(({ world }) => world === site)) {
    const address = new URL(`${name}.uf2`, folder);
    const bytes = new Uint8Array(await (await fetchOk(address)).arrayBuffer());
    images.set(name, bytes);
    postMessage(['firmware', name, version, address.href, String(bytes.length), await sha256(bytes, built)]);
  }
  const boards = await import(new URL('chip/boards.js', folder).href);
  boards.provide((/** @type {string} */ name) => images.get(name));
  self.askBoards = boards.answer;
  importScripts(new URL('twin.js', folder).href);
  // From bytes: the server may send any media type for a `.wasm` file.
  await wasm_bindgen({ module_or_path: await (await fetchOk(new URL('twin_bg.wasm', folder))).arrayBuffer() });
}

start().catch((error) => postMessage(['missing', String(error)]));
