// @ts-check
// What the quay's page shows; snapshot.js comes before it.

/** @param {string | null} remembered the window of the last snapshot */
function snapshot(remembered) {
  const { page, shared } = ofAnyPage(remembered);
  const display = one('#display');
  const socket = (/** @type {HTMLElement} */ { dataset }) => ({
    lamp: one(`[data-key="${dataset.socket}"]`)?.dataset.lit === 'true',
    live: dataset.live === 'true',
    credit: Number(dataset.credit),
    watts: Number(dataset.watts),
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
      cards: all('[data-card-name]').map(({ dataset }) => ({
        name: dataset.cardName,
        status: dataset.standing,
        balance: number(dataset.balance),
      })),
    },
  };
}
