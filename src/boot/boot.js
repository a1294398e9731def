// The start of a page, until its program runs: fetches WebAssembly, shows that it is loading, and says what is wrong
// when it does not start. It stands in the page itself, before the static message that is seen where no script runs.
{
  const TICK_MS = 500;
  const STUCK_MS = 10000;
  const MESSAGES_MS = 2000;
  const LOADING = { en: 'Loading', nb: 'Laster', pl: 'Ładowanie', de: 'Wird geladen', uk: 'Завантаження' };

  const message = document.createElement('div');
  message.id = 'boot';
  message.hidden = true;
  document.body.append(message);
  // The static message is hidden before it is painted, however slowly the page arrives.
  const staticMessage = () => document.getElementById('not-started');
  const observer = new MutationObserver(() => {
    if (staticMessage()) staticMessage().hidden = true;
    endIfOver();
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-ready'] });
  let received = 0;
  let receivedAt = performance.now();
  /** What a content security policy has blocked. */
  let refused = '';
  let cause;
  let shown;

  /** The language of the page, by the same order as in `i18n.rs`: address, choice, browser. */
  const language = () => {
    let chosen;
    try { chosen = localStorage.getItem('kerb-and-quay.language'); } catch { /* The browser stores nothing. */ }
    const asked = /[?&]lang=([^&#]+)/.exec(location.search)?.[1];
    const codes = [asked, chosen, ...(navigator.languages ?? [])].map((code) => String(code).slice(0, 2).toLowerCase());
    return codes.map((code) => (code === 'no' || code === 'nn' ? 'nb' : code)).find((code) => LOADING[code]) ?? 'en';
  };

  /** The bytes of a response, counted as they arrive. */
  const bytesOf = async (response) => {
    const parts = [];
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      received += part.value.length;
      receivedAt = performance.now();
    }
    return new Blob(parts).arrayBuffer();
  };

  /** Compiles while the bytes arrive; from all bytes where the host names another type or the browser cannot stream. */
  const compiled = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    const bytes = bytesOf(response.clone());
    bytes.catch(() => {});
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      return WebAssembly.compile(await bytes);
    }
  };

  const show = (...nodes) => {
    message.replaceChildren(...nodes);
    message.hidden = false;
  };

  const paragraph = (text, ...more) => {
    const line = document.createElement('p');
    line.append(text, ...more);
    return line;
  };

  /** The message for a cause; in general words where the messages do not arrive in time. */
  const explain = (name, detail) => {
    shown = name;
    window.dress?.();
    const said = () => {
      if (shown !== name) return;
      const lang = language();
      const nodes = boot.messages?.(lang, name, detail) ?? [staticMessage().querySelector(`[lang=${lang}]`).cloneNode(true)];
      message.setAttribute('role', 'alert');
      message.dataset.cause = name;
      message.lang = lang;
      show(...nodes);
    };
    if (boot.messages) return said();
    const script = document.createElement('script');
    script.src = 'boot-messages.js';
    script.onload = script.onerror = said;
    document.head.append(script);
    setTimeout(said, MESSAGES_MS);
  };

  /** Keeps the first cause. Without an origin of its own a frame is what stops scripts, programs and requests. */
  const fail = (name, detail = '') => {
    const isBlocked = name === 'part' || (name === 'policy' && !/wasm|eval/.test(refused));
    const isOpaque = window.origin === 'null';
    const isFile = location.protocol === 'file:';
    if (isFile && isBlocked) name = 'file';
    else if (isOpaque && isBlocked) name = 'frame';
    else if (refused && isBlocked) name = 'policy';
    cause = cause ?? [name, String(detail)];
  };

  /** The cause that an error of the start tells. */
  const failWith = (error) => {
    const text = String(error?.message ?? error);
    if (/wasm|eval/.test(refused) || /Content Security Policy|unsafe-eval/i.test(text)) fail('policy');
    else if (error instanceof RangeError || /memory/i.test(text)) fail('memory');
    else if (/^(Compile|Link|Syntax)Error$/.test(error?.name)) fail('damaged', text);
    else if (error instanceof TypeError || /^\d{3} /.test(text)) fail('part', text);
    else fail('other', text);
  };

  const onError = (event) => {
    if (event.target === window) failWith(event.error ?? event.message);
    else if (event.target.type === 'module') fail('part');
  };
  const onRejection = (event) => failWith(event.reason);
  const onRefusal = (event) => {
    if (/^(script|connect|default)-src/.test(event.effectiveDirective)) refused += ` ${event.blockedURI}`;
  };
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', onRejection);
  addEventListener('securitypolicyviolation', onRefusal);

  const tick = () => {
    if (endIfOver()) return;
    const isStuck = performance.now() - receivedAt >= STUCK_MS;
    if (cause && shown !== cause[0]) explain(...cause);
    else if (!cause && isStuck && shown !== 'stuck') explain('stuck');
    else if (!cause && !isStuck) {
      shown = 'loading';
      message.setAttribute('role', 'status');
      delete message.dataset.cause;
      const count = document.createElement('span');
      count.setAttribute('aria-hidden', 'true');
      count.textContent = received ? ` ${Math.ceil(received / 1024)} kB` : '';
      const words = `${LOADING[language()]} …`;
      if (message.firstChild?.firstChild?.data !== words) show(paragraph(words, count));
      else message.firstChild.lastChild.replaceWith(count);
    }
  };
  const timer = setInterval(tick, TICK_MS);

  /** Ends once the device can be used, or the program says itself what is wrong (app.rs, further.rs, crash.rs). */
  const endIfOver = () => {
    if (!document.querySelector('[data-ready=true], [data-bar=missing-parts], [data-crashed]')) return false;
    observer.disconnect();
    clearInterval(timer);
    removeEventListener('error', onError, true);
    removeEventListener('unhandledrejection', onRejection);
    removeEventListener('securitypolicyviolation', onRefusal);
    message.remove();
    staticMessage()?.remove();
    return true;
  };

  const boot = (window.boot = { compiled });

  const { program } = document.body.dataset;
  if (!('noModule' in HTMLScriptElement.prototype)) fail('old');
  else if (typeof WebAssembly !== 'object') fail('wasm');
  else if (program) window.program = compiled(program);
}
