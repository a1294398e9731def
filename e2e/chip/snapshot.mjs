// Snapshots of an emulator in memory.
//
// The objects of an emulator stay the same; a snapshot has the values of their fields. Variables in closures are not
// part of it: the emulator changes none after its construction.

const isBuffer = (value) => ArrayBuffer.isView(value) && !(value instanceof DataView);

/** The size of the flash chip, and of the part with the memory of the firmware (firmware-core/memory.x). */
const FLASH_BYTES = 2 * 1024 * 1024;
const STORE_BYTES = 64 * 1024;

/** Takes a snapshot of everything reachable from `root`. */
export function keep(root) {
  const fields = [];
  const buffers = [];
  const memories = new Set();
  const seen = new Set();
  const waiting = [root];
  const visit = (value) => {
    if (value !== null && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      waiting.push(value);
    }
  };
  seen.add(root);
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (isBuffer(object)) {
      // Two views of one memory are stored once; of the flash only the part that firmware writes to.
      if (!memories.has(object.buffer)) {
        memories.add(object.buffer);
        const all = new Uint8Array(object.buffer);
        const part = all.length > FLASH_BYTES ? all.subarray(FLASH_BYTES - STORE_BYTES, FLASH_BYTES) : all;
        buffers.push([part, part.slice()]);
      }
    } else if (object instanceof Set) {
      const members = [...object];
      members.forEach(visit);
      fields.push(() => {
        object.clear();
        members.forEach((member) => object.add(member));
      });
    } else if (object instanceof Map) {
      const members = [...object];
      members.forEach(([key, value]) => (visit(key), visit(value)));
      fields.push(() => {
        object.clear();
        members.forEach(([key, value]) => object.set(key, value));
      });
    } else if (!(object instanceof ArrayBuffer || object instanceof DataView)) {
      const entries = Object.entries(object);
      entries.forEach(([, value]) => visit(value));
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
