// @ts-check
// The service worker: it stores the files of the page for use without a network. `cargo xtask build` fills in the list
// of files and their common hash, the version; each version has a worker of its own. A new worker waits until the last
// page of the old one has been closed, or until the user starts it from the page: a page works with one version only.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const VERSION = '{version}';
const FILES = ['{files}'];
/** The folder of the files that are stored once they have been requested. Their addresses contain a hash. */
const ON_DEMAND = '{on_demand}';
/**
 * The list of these files: it names their folder and the version of the page that they belong to. The firmware may be
 * built later than the page.
 */
const LIST = '{list}';

const PREFIX = 'kerb-and-quay ';
const CACHE = `${PREFIX}${VERSION}`;

const urlOf = (/** @type {string} */ file) => new URL(file, location.href).href;
const isHashed = (/** @type {string} */ file) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(file);

/** Stores every file of this version. A file with a hash in its name is taken from the cache of another version. */
async function install() {
  const cache = await caches.open(CACHE);
  const store = async (/** @type {string} */ file) => {
    const url = urlOf(file);
    const stored = isHashed(file) ? await caches.match(url) : undefined;
    const response = stored ?? (await fetch(file, { cache: isHashed(file) ? 'default' : 'no-cache' }));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    await cache.put(url, response);
  };
  await Promise.all(FILES.map(store));
}

/** Deletes the caches of other versions. */
async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * The list from the server if it belongs to this version of the page; otherwise, and without a network, the stored one.
 * @param {Request} request
 * @param {Cache} cache
 */
async function list(request, cache) {
  const stored = await cache.match(request, { ignoreSearch: true });
  const response = await fetch(request).catch(() => Response.error());
  const parsed = response.ok ? response.clone().json() : Promise.resolve({});
  const { page, folder } = await parsed.catch(() => ({}));
  if (page !== VERSION) return stored ?? Response.error();
  if (folder) await cache.put(request, response.clone());
  return response;
}

/**
 * A page under another of its addresses: `bus/index.html` is `bus/`; `bus` leads there, as the page names its files
 * relative to its folder.
 * @param {Request} request
 * @param {Cache} cache
 */
async function page(request, cache) {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/index\.html$/, '/');
  const stored = await cache.match(url.href, { ignoreSearch: true });
  if (stored) return stored;
  url.pathname += '/';
  return (await cache.match(url.href, { ignoreSearch: true })) && Response.redirect(url.href);
}

/** @param {Request} request */
async function respond(request) {
  const cache = await caches.open(CACHE);
  if (request.url.startsWith(urlOf(LIST))) return list(request, cache);
  const stored = await cache.match(request, { ignoreSearch: true });
  if (stored) return stored;
  const other = request.mode === 'navigate' ? await page(request, cache) : undefined;
  if (other) return other;
  const response = await fetch(request);
  if (response.ok && request.url.startsWith(urlOf(ON_DEMAND))) await cache.put(request, response.clone());
  return response;
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(urlOf('./'));
  if (isOurs) event.respondWith(respond(request));
});
