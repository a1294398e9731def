// The snapshot of the quay.
return (last) => {
  const { page, shared } = ofAnyPage(last);
  const display = one("#display");
  const socket = ({ dataset }) => ({
    lamp: one(`[data-key="${dataset.socket}"]`)?.dataset.lit === "true",
    live: dataset.live === "true",
    credit: Number(dataset.credit),
    watts: Number(dataset.watts),
  });
  return {
    ...page,
    canvases: { display: pixels("#display canvas") },
    seen: {
      ...shared,
      screen: display?.dataset.screen ?? "",
      display: all("#display-text [data-display-line]").map((line) => line.textContent),
      bar: number(display?.dataset.bar),
      sockets: all("[data-socket]")
        .sort((a, b) => a.dataset.socket - b.dataset.socket)
        .map(socket),
      cards: all("[data-card-name]").map(({ dataset }) => ({
        name: dataset.cardName,
        standing: dataset.standing,
        balance: number(dataset.balance),
      })),
    },
  };
};
