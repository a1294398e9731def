// @ts-check
// What the buses' page shows of the bus the user is on and of the validator before them; snapshot.js comes before it.

/** @param {string | null} remembered the window of the last snapshot */
function snapshot(remembered) {
  // `Sold`, `Card 5001`, `Advance 5001 in run 9`
  const account = (/** @type {string} */ name) => {
    const [kind = '', id, , , run] = name.split(' ');
    if (!id) return kind;
    return { [kind]: run ? [Number(id), Number(run)] : Number(id) };
  };
  const { page, shared } = ofAnyPage(remembered, account);
  const here = one('.validator[data-here="true"]');
  const face = here?.dataset.face;
  /** @type {HTMLElement | null | undefined} */
  const display = here?.querySelector('[data-display]');
  /** @type {HTMLElement | null | undefined} */
  const lamp = here?.querySelector('.lamp');
  /** @returns {HTMLElement[]} */
  const within = (/** @type {string} */ css) => Array.from(here?.querySelectorAll(css) ?? []);
  const texts = (/** @type {string} */ css) => within(css).map((line) => line.textContent);
  const lines = texts('[data-display-line]');
  const around = texts('[data-around-line]').filter((line) => line !== '');
  const fields = within('[data-field]');
  const isLit = display?.dataset.screen !== 'dark';
  // Seconds since the year 2000 of a civil date and time without a time zone.
  const seconds = (/** @type {string} */ text) =>
    (Date.parse(`${text.replace(' ', 'T')}Z`) - Date.UTC(2000, 0, 1)) / 1000;
  const route = /^(\d+) (\d+) (.*)$/.exec(display?.dataset.route ?? '');
  const rides = new Set(all('[data-rides="true"]').map(({ dataset }) => dataset.of));
  const stop = one('[data-stop][aria-current="step"]');
  return {
    ...page,
    canvases: { keys: pixelsOf('[data-display="keys"] canvas'), touch: pixelsOf('[data-display="touch"] canvas') },
    seen: {
      ...shared,
      screen: display?.dataset.screen ?? '',
      lines,
      display: face === 'touch' && isLit ? [...lines, ...around, ...fields.map(({ dataset }) => dataset.label)] : lines,
      clock: display?.dataset.clock ? seconds(display.dataset.clock) : null,
      route: route ? [Number(route[1]), route[3], Number(route[2])] : null,
      fields: isLit ? fields.map(({ dataset }) => dataset.state) : [],
      bar: number(display?.dataset.bar),
      lamp: lamp?.dataset.lit === 'true',
      beeps: [],
      bus: Number(one('[data-bus][aria-pressed="true"]')?.dataset.bus ?? 0),
      stop: stop ? Number(stop.dataset.stop) : null,
      cards: all('[data-card-name]').map(({ dataset }) => ({
        name: dataset.cardName,
        status: dataset.standing,
        balance: number(dataset.balance),
        rides: rides.has(dataset.cardName),
        tickets: dataset.tickets?.split(' ').map(Number),
        changes: number(dataset.changes),
        orders: Number(dataset.orders),
      })),
    },
  };
}
