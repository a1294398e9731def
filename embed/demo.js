// @ts-check
// A page with a device in a frame: buttons send commands, and a list shows the answers and events.

import { connect } from './client.js';

const query = new URLSearchParams(location.search);
/** Where the devices are served: `?at=https://…/` names another server. */
const server = new URL(query.get('at') ?? '../', location.href);
const device = query.get('device') ?? 'pedestal';
const lang = query.get('lang') ?? 'en';
const clock = query.get('clock') ? `&clock=${query.get('clock')}` : '';

const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
const messages = /** @type {HTMLElement} */ (document.querySelector('ol'));
const buttons = /** @type {HTMLElement} */ (document.querySelector('#commands'));
/** @type {Record<string, object[]>} */
const commands = {
  pedestal: [
    { do: 'present', card: 'My card' },
    { do: 'press', key: '2' },
    { do: 'release', key: '2' },
    { do: 'pass', ms: 1000 },
    { do: 'take' },
  ],
  validator: [{ do: 'press', key: 'N' }, { do: 'present', card: 'Anna' }, { do: 'take' }, { do: 'next-stop' }],
  'validator-touch': [
    { do: 'touch', field: 'Check' },
    { do: 'lift' },
    { do: 'present', card: 'Anna' },
    { do: 'take' },
    { do: 'next-stop' },
  ],
};

/**
 * Adds a message to the list, newest first.
 * @param {'event' | 'answer'} kind
 * @param {object} message
 */
function show(kind, message) {
  const line = document.createElement('li');
  line.dataset.kind = kind;
  line.textContent = JSON.stringify(message);
  messages.prepend(line);
}

// The tests of this page read these two.
window.heard = [];
window.ask = connect(frame, server.origin, (event) => {
  window.heard.push(event);
  show('event', event);
});
frame.src = new URL(`?embed=${device}&lang=${lang}${clock}`, server).href;

for (const command of commands[device] ?? []) {
  const button = document.createElement('button');
  button.textContent = JSON.stringify(command);
  button.addEventListener('click', async () => {
    const send = await window.ask;
    show('answer', await send(command));
  });
  buttons.append(button);
}
