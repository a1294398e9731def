// @ts-check
// The start of a page, until its program runs: fetches WebAssembly, shows the progress, and shows a message if the page
// does not start. It is inlined into the page before the static message (static.html), which is shown without scripts.
{
  const TICK_MS = 500;
  const STUCK_MS = 10000;
  const MESSAGES_MS = 2000;
  const TEXTS_MS = 20000;
  const TEXTS_LATE_MS = 2000;
  /** For every code of a language, other codes of it among them: its own code, and its word for loading. */
  const LANGUAGES = new Map(
    (document.body.dataset.languages ?? 'en=Loading').split(';').flatMap((row) => {
      const [codes, loading] = row.split('=');
      const [own] = codes.split(' ');
      return codes.split(' ').map((code) => /** @type {const} */ ([code, { own, loading }]));
    }),
  );

  const message = document.createElement('div');
  message.id = 'boot';
  message.hidden = true;
  document.body.append(message);
  const staticMessage = () => document.getElementById('not-started');
  const observer = new MutationObserver(() => {
    // The static message is hidden before its first paint, even if the page arrives slowly.
    staticMessage()?.setAttribute('hidden', '');
    endIfStarted();
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-ready'] });
  let received = 0;
  let receivedAt = performance.now();
  /** The sources that a content security policy has blocked. */
  let blocked = '';
  /** @type {[Cause, string] | undefined} */
  let cause;
  /** @type {Cause | 'loading' | undefined} */
  let shown;

  /** The language of the page, in the same order as in `language.rs`: address, stored choice, browser. */
  const language = () => {
    let chosen;
    try {
      chosen = localStorage.getItem('kerb-and-quay.language');
    } catch {
      // The browser stores nothing.
    }
    const asked = /[?&]lang=([^&#]+)/.exec(location.search)?.[1];
    const codes = [asked, chosen, ...(navigator.languages ?? [])].map((code) => String(code).slice(0, 2).toLowerCase());
    return LANGUAGES.get(codes.find((code) => LANGUAGES.has(code)) ?? 'en')?.own ?? 'en';
  };

  /**
   * The bytes of a response, counted as they arrive.
   * @param {Response} response
   */
  const bytesOf = async (response) => {
    const parts = [];
    const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      received += part.value.length;
      receivedAt = performance.now();
    }
    return new Blob(parts).arrayBuffer();
  };

  /**
   * Compiles a module while its bytes arrive, or from all bytes if the server sends another media type or the browser
   * cannot compile a stream.
   * @param {string | URL} address
   */
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

  /** @param {...(string | Node)} nodes */
  const show = (...nodes) => {
    message.replaceChildren(...nodes);
    message.hidden = false;
  };

  /** @param {...(string | Node)} content */
  const paragraph = (...content) => {
    const line = document.createElement('p');
    line.append(...content);
    return line;
  };

  /**
   * Shows the message for a cause, or the static message if the messages do not arrive in time.
   * @param {Cause} name
   * @param {string} detail
   */
  const explain = (name, detail) => {
    shown = name;
    window.applyStyles?.();
    const showMessage = () => {
      if (shown !== name) return;
      const lang = language();
      const general = staticMessage()?.querySelector(`[lang=${lang}]`)?.cloneNode(true) ?? '';
      const nodes = boot.messages?.(lang, name, detail) ?? [general];
      message.setAttribute('role', 'alert');
      message.dataset.cause = name;
      message.lang = lang;
      show(...nodes);
    };
    if (boot.messages) return showMessage();
    const script = document.createElement('script');
    script.src = 'boot-messages.js';
    script.onload = script.onerror = showMessage;
    document.head.append(script);
    setTimeout(showMessage, MESSAGES_MS);
  };

  /**
   * Records the first cause. In a frame without an origin of its own, the sandbox is what blocks scripts and requests.
   * @param {Cause} name
   */
  const fail = (name, detail = '') => {
    const isBlocked = name === 'part' || (name === 'policy' && !/wasm|eval/.test(blocked));
    const isOpaque = window.origin === 'null';
    const isFile = location.protocol === 'file:';
    if (isFile && isBlocked) name = 'file';
    else if (isOpaque && isBlocked) name = 'frame';
    else if (blocked && isBlocked) name = 'policy';
    cause = cause ?? [name, String(detail)];
  };

  /**
   * Records the cause behind an error of the start.
   * @param {any} error
   */
  const failWith = (error) => {
    const text = String(error?.message ?? error);
    if (/wasm|eval/.test(blocked) || /Content Security Policy|unsafe-eval/i.test(text)) fail('policy');
    else if (error instanceof RangeError || /memory/i.test(text)) fail('memory');
    else if (/^(Compile|Link|Syntax)Error$/.test(error?.name)) fail('damaged', text);
    else if (error instanceof TypeError || /^\d{3} /.test(text)) fail('part', text);
    else fail('other', text);
  };

  /** @param {ErrorEvent} event */
  const onError = (event) => {
    if (event.target === window) failWith(event.error ?? event.message);
    else if (/** @type {HTMLScriptElement} */ (event.target).type === 'module') fail('part');
  };
  /** @param {PromiseRejectionEvent} event */
  const onRejection = (event) => failWith(event.reason);
  /** @param {SecurityPolicyViolationEvent} event */
  const onViolation = (event) => {
    if (/^(script|connect|default)-src/.test(event.effectiveDirective)) blocked += ` ${event.blockedURI}`;
  };
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', onRejection);
  addEventListener('securitypolicyviolation', onViolation);

  const tick = () => {
    if (endIfStarted()) return;
    const isStuck = performance.now() - receivedAt >= STUCK_MS;
    if (cause && shown !== cause[0]) explain(...cause);
    else if (!cause && isStuck && shown !== 'stuck') explain('stuck', '');
    else if (!cause && !isStuck) {
      shown = 'loading';
      message.setAttribute('role', 'status');
      delete message.dataset.cause;
      const count = document.createElement('span');
      count.setAttribute('aria-hidden', 'true');
      count.textContent = received ? ` ${Math.ceil(received / 1024)} kB` : '';
      const text = `${LANGUAGES.get(language())?.loading} …`;
      const line = message.firstChild;
      if (line?.firstChild?.nodeValue !== text) show(paragraph(text, count));
      else line.lastChild?.replaceWith(count);
    }
  };
  const timer = setInterval(tick, TICK_MS);

  /** Ends once the device can be used, or once the program itself shows an error (app.rs, lazy.rs, crash.rs). */
  const endIfStarted = () => {
    if (!document.querySelector('[data-ready=true], [data-bar=missing-parts], [data-crashed]')) return false;
    observer.disconnect();
    clearInterval(timer);
    removeEventListener('error', onError, true);
    removeEventListener('unhandledrejection', onRejection);
    removeEventListener('securitypolicyviolation', onViolation);
    message.remove();
    staticMessage()?.remove();
    return true;
  };

  const { program, texts } = document.body.dataset;
  /** @type {Record<string, Promise<string>>} */
  const requests = {};
  /**
   * The texts of a module in a language, `nb-start`. A request that fails can be repeated.
   * @param {string} name
   */
  const part = (name) =>
    (requests[name] ??= fetch(`${name}-${texts}.txt`, { signal: AbortSignal.timeout(TEXTS_MS) })
      .then((response) => (response.ok ? response.text() : Promise.reject()))
      .then((text) => (boot.texts[name] = text))
      .finally(() => delete requests[name]));

  /**
   * A module of the program, when its texts are here as well or take longer: those of `panels` for `panels-0123.wasm`.
   * @param {string | URL} address
   */
  const loaded = async (address, name = String(address).split('/').pop()?.split('-')[0]) => {
    const lang = language();
    const text = lang !== 'en' && part(`${lang}-${name}`).catch(() => {});
    const module = await compiled(address);
    await Promise.race([text, new Promise((late) => setTimeout(late, TEXTS_LATE_MS))]);
    return module;
  };

  /** @type {Boot} */
  const boot = { loaded, part, texts: {} };
  // xtask/src/single_file.rs finds this script by the assignment.
  window.boot = boot;

  if (!('noModule' in HTMLScriptElement.prototype)) fail('old');
  else if (typeof WebAssembly !== 'object') fail('wasm');
  else if (program) window.program = loaded(program, 'start');
}
