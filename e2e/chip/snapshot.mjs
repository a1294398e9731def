// @ts-check
// Saves the state of an emulator in memory and restores it in place.
//
// The objects of the emulator stay the same; the values of their fields are saved. The variables of closures are not:
// nothing in the emulator changes one after its construction.

/** @type {(value: object) => boolean} */
const isBuffer = (value) => ArrayBuffer.isView(value) && !(value instanceof DataView);

/** The size of the flash, and of the part at its end where the firmware stores its memory (firmware-core/memory.x). */
const FLASH_BYTES = 2 * 1024 * 1024;
const STORE_BYTES = 64 * 1024;

/**
 * Saves the state of all objects that can be reached from `root`. Returns a function that restores it.
 * @param {object} root
 */
export function snapshot(root) {
  /** @type {(() => void)[]} */
  const fields = [];
  /** @type {[Uint8Array, Uint8Array][]} */
  const buffers = [];
  /** @type {Set<ArrayBufferLike>} */
  const memories = new Set();
  /** @type {Set<object>} */
  const seen = new Set();
  /** @type {object[]} */
  const waiting = [root];
  const visit = (/** @type {unknown} */ value) => {
    if (value !== null && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      waiting.push(value);
    }
  };
  seen.add(root);
  while (waiting.length > 0) {
    const object = /** @type {any} */ (waiting.pop());
    if (isBuffer(object)) {
      // Several views of one buffer are saved once. Of the flash, only the part that firmware writes is saved.
      if (!memories.has(object.buffer)) {
        memories.add(object.buffer);
        const all = new Uint8Array(object.buffer);
        const part = all.length > FLASH_BYTES ? all.subarray(FLASH_BYTES - STORE_BYTES, FLASH_BYTES) : all;
        buffers.push([part, part.slice()]);
      }
    } else if (object instanceof Set) {
      const members = [...object];
      for (const member of members) visit(member);
      fields.push(() => {
        object.clear();
        for (const member of members) object.add(member);
      });
    } else if (object instanceof Map) {
      const members = [...object];
      for (const entry of members) entry.forEach(visit);
      fields.push(() => {
        object.clear();
        for (const [key, value] of members) object.set(key, value);
      });
    } else if (!(object instanceof ArrayBuffer || object instanceof DataView)) {
      const entries = Object.entries(object);
      for (const [, value] of entries) visit(value);
      const length = Array.isArray(object) ? object.length : null;
      fields.push(() => {
        for (const [name, value] of entries) if (object[name] !== value) object[name] = value;
        if (length !== null) object.length = length;
        else if (Object.keys(object).length > entries.length) {
          const known = new Set(entries.map(([name]) => name));
          for (const name of Object.keys(object)) if (!known.has(name)) delete object[name];
        }
      });
    }
  }
  return () => {
    for (const [buffer, bytes] of buffers) buffer.set(bytes);
    for (const field of fields) field();
  };
}
