// @ts-check
// Exchanges messages with a device of Kerb & Quay in a frame; README.md lists them. Copy this file, or write your own.

const VERSION = 1;
/** The interval of the greetings until the device answers one, in milliseconds. */
const GREETING_MS = 250;

/** @typedef {{ done: boolean, why?: string, device?: string, lang?: string }} Answer */
/** @typedef {((command: object) => Promise<Answer>) & { device: Answer }} Device */

/**
 * Connects to the device in a frame. Resolves, once the device answers, to a function that sends one command and resolves
 * to its answer.
 * @param {HTMLIFrameElement} frame
 * @param {string} origin the origin that the frame has been loaded from
 * @param {(event: object) => void} onEvent receives the events of the device
 * @returns {Promise<Device>}
 */
export function connect(frame, origin, onEvent) {
  /** @type {Map<number, (answer: Answer) => void>} */
  const pending = new Map();
  let last = 0;
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || data?.kerbAndQuay !== VERSION) return;
    if ('answerTo' in data) {
      pending.get(data.answerTo)?.(data);
      pending.delete(data.answerTo);
    } else {
      onEvent(data);
    }
  });
  /**
   * @param {object} command
   * @returns {Promise<Answer>}
   */
  const send = (command) =>
    new Promise((resolve) => {
      last += 1;
      pending.set(last, resolve);
      frame.contentWindow?.postMessage({ kerbAndQuay: VERSION, id: last, ...command }, origin);
    });
  // A greeting that is sent before the device listens is lost.
  return new Promise((resolve) => {
    let isConnected = false;
    const greet = async () => {
      const answer = await send({ do: 'hello' });
      if (isConnected) return;
      isConnected = true;
      clearInterval(timer);
      resolve(Object.assign(send, { device: answer }));
    };
    const timer = setInterval(greet, GREETING_MS);
  });
}
