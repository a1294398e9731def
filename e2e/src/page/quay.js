// @ts-check
// What the quay's page shows; snapshot.js comes before it.

/** @param {string | null} remembered the window of the last snapshot */
function snapshot(remembered) {
  // `Sold`, `Card 1001`, `Socket 1.2`
  const account = (/** @type {string} */ name) => {
    const [kind = '', id, socket] = name.split(/[ .]/);
    if (!id) return kind;
    return { [kind]: socket ? [Number(id), ['One', 'Two', 'Three', 'Four'][Number(socket) - 1]] : Number(id) };
  };
  const { page, shared } = ofAnyPage(remembered, account);
  const display = one('#display');
  const socket = (/** @type {HTMLElement} */ { dataset }) => ({
    lamp: one(`[data-key="${dataset.socket}"]`)?.dataset.lit === 'true',
    live: dataset.live === 'true',
    credit: Number(dataset.credit),
    watts: Number(dataset.watts),
    delivered: Number(dataset.delivered),
  });
  return {
    ...page,
    canvases: { display: pixelsOf('#display canvas') },
    seen: {
      ...shared,
      screen: display?.dataset.screen ?? '',
      display: all('#display-text [data-display-line]').map((line) => line.textContent),
      bar: number(display?.dataset.bar),
      sockets: all('[data-socket]')
        .sort((a, b) => Number(a.dataset.socket) - Number(b.dataset.socket))
        .map(socket),
      delivered: Number(one('[data-watt-hours]')?.dataset.wattHours ?? 0),
      cards: all('[data-card-name]').map(({ dataset }) => ({
        name: dataset.cardName,
        status: dataset.standing,
        balance: number(dataset.balance),
      })),
    },
  };
}
