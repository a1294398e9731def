import { connect } from './client.js';

// Where the devices are: `?at=https://…/` names another server.
const asked = new URLSearchParams(location.search);
const home = new URL(asked.get('at') ?? '../', location);
const device = asked.get('device') ?? 'pedestal';
const lang = asked.get('lang') ?? 'en';
const clock = asked.get('clock') ? `&clock=${asked.get('clock')}` : '';

const frame = document.querySelector('iframe');
const told = document.querySelector('ol');
const commands = {
  pedestal: [
    { do: 'present', card: 'My card' }, { do: 'press', key: '2' }, { do: 'release', key: '2' }, { do: 'pass', ms: 1000 },
    { do: 'take' },
  ],
  validator: [{ do: 'press', key: 'N' }, { do: 'present', card: 'Anna' }, { do: 'take' }, { do: 'next-stop' }],
  'validator-touch': [
    { do: 'touch', field: 'Check' }, { do: 'lift' }, { do: 'present', card: 'Anna' }, { do: 'take' }, { do: 'next-stop' },
  ],
};

function tell(kind, message) {
  const line = document.createElement('li');
  line.dataset.kind = kind;
  line.textContent = JSON.stringify(message);
  told.prepend(line);
}

// What is heard is kept for whoever looks at this page from outside, such as its test.
window.heard = [];
window.ask = connect(frame, home.origin, (event) => {
  window.heard.push(event);
  tell('event', event);
});
frame.src = new URL(`?embed=${device}&lang=${lang}${clock}`, home);

for (const command of commands[device] ?? []) {
  const button = document.createElement('button');
  button.textContent = JSON.stringify(command);
  button.addEventListener('click', async () => tell('answer', await (await window.ask)(command)));
  document.querySelector('#commands').append(button);
}
