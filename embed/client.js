// Speaks with a device of Kerb & Quay in a frame; README.md says what can be said. Copy it, or write your own.

const VERSION = 1;

/**
 * Connects to the device in `frame`, which has been loaded from the origin `origin`, and has `hear` told what happens.
 * Resolves, once the device is there, to a function that sends one command and resolves to its answer.
 */
export function connect(frame, origin, hear) {
  const waiting = new Map();
  let last = 0;
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || data?.kerbAndQuay !== VERSION) return;
    if ('answerTo' in data) {
      waiting.get(data.answerTo)?.(data);
      waiting.delete(data.answerTo);
    } else {
      hear(data);
    }
  });
  const ask = (command) => new Promise((answered) => {
    last += 1;
    waiting.set(last, answered);
    frame.contentWindow.postMessage({ kerbAndQuay: VERSION, id: last, ...command }, origin);
  });
  // The device answers once it is there: until then a greeting may be lost.
  return new Promise((connected) => {
    const greet = setInterval(() => ask({ do: 'hello' }).then((answer) => {
      if (greeted) return;
      greeted = true;
      clearInterval(greet);
      connected(Object.assign(ask, { device: answer }));
    }), 250);
    let greeted = false;
  });
}
