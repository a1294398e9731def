// @ts-check
// Records the errors of a page. The server of the tests inserts it before all other scripts of a document.
window.kerbAndQuayErrors = [];
// Fails like a script of the page does. Not every browser reports the errors of scripts that its driver runs.
window.kerbAndQuayFail = (message) => {
  setTimeout(() => {
    throw new Error(message);
  });
};
{
  const record = (/** @type {string} */ kind, /** @type {unknown} */ message) => {
    window.kerbAndQuayErrors.push(`${kind}: ${message}`);
  };
  /** @param {ErrorEvent} event */
  const onError = ({ message, target }) => {
    // An element that does not load has no message.
    const { src, href } = /** @type {HTMLScriptElement & HTMLLinkElement} */ (target);
    record('error', message ?? `${src ?? href} does not load`);
  };
  addEventListener('error', onError, { capture: true });
  addEventListener('unhandledrejection', ({ reason }) => record('rejection', reason));
  addEventListener('securitypolicyviolation', (event) =>
    record('policy', `${event.violatedDirective} ${event.blockedURI}`),
  );
  const log = console.error;
  console.error = (...all) => {
    record('console', all.join(' '));
    log.apply(console, all);
  };
}
