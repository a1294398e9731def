// Keeps the page for when there is no network. `cargo xtask build` fills in which files there are, and what their
// contents are together: another build is another worker. A new one waits until the old one's last page has gone, or
// until a person says so in the page; what a page has begun with one version goes on with it.

const VERSION = '{version}';
const FILES = {files};
/** What is fetched only when a person asks, and kept from then on; its address has its contents in it. */
const LATER = '{later}';
/** Says where that is now, and to which version of the page it belongs. The firmware may come after the page. */
const LIST = '{list}';

const PREFIX = 'kerb-and-quay ';
const CACHE = `${PREFIX}${VERSION}`;

const here = (file) => new URL(file, location).href;
const hasItsContentsInItsName = (file) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(file);

async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(FILES.map(async (file) => {
    const lasts = hasItsContentsInItsName(file);
    const answer = (lasts && await caches.match(here(file))) || await fetch(file, { cache: lasts ? 'default' : 'no-cache' });
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    await cache.put(here(file), answer);
  }));
}

async function tidyUp() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

/** The list as it is now, if it belongs to this version of the page; else, and without a network, the one that was kept. */
async function list(request, cache) {
  const kept = await cache.match(request, { ignoreSearch: true });
  const answer = await fetch(request).catch(() => Response.error());
  const { page, folder } = answer.ok ? await answer.clone().json().catch(() => ({})) : {};
  if (page !== VERSION) return kept ?? Response.error();
  if (folder) await cache.put(request, answer.clone());
  return answer;
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  if (request.url.startsWith(here(LIST))) return list(request, cache);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && new URL(request.url).href.startsWith(here(LATER))) await cache.put(request, answer.clone());
  return answer;
}

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(tidyUp()));
addEventListener('message', ({ data }) => {
  if (data === 'take over') skipWaiting();
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(here('./'));
  if (isOurs) event.respondWith(answer(request));
});
