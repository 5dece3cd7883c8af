// The service worker: what was seen or saved is read without a network, and nobody online reads anything old.
//
// One cache a site, named by its address. A new release checks every file in it against SHA256SUMS and drops what has
// changed. self.sohieu is set by sw.js: release, date, bytes, page, unkept (files that a server may not serve), essentials.
'use strict';
const scope = registration.scope;
const about = self.sohieu;
const shelf = caches.open('sohieu ' + scope);
// How long, in milliseconds, a reader waits for the network before what is saved is shown.
const PATIENCE = 3000;
const LIST = 'SHA256SUMS';
// A note in the cache that the whole site was saved. Notes have a query, which no file that is kept has.
const NOTE = scope + about.page + '?da-luu';

// Whether the reader keeps the whole site; undefined until it is known.
let isWhole;
const readNote = async () => { isWhole = Boolean(await (await shelf).match(NOTE)); };
readNote();

const addressOf = path => scope + path.split('/').map(encodeURIComponent).join('/');
const pathOf = address => decodeURIComponent(address.slice(scope.length));

/** The address under which a file is kept: without query and anchor, a folder as its index. */
function place(address) {
  const url = new URL(address);
  url.search = url.hash = '';
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}

/** Keeps a response; without room the site is read as before. */
async function keep(address, response) {
  if (!response.ok || response.redirected || response.type !== 'basic') return false;
  try {
    await (await shelf).put(address, response);
    return true;
  } catch (full) {
    return false;
  }
}

async function fetchAndKeep(path) {
  return keep(addressOf(path), await fetch(addressOf(path), { cache: 'reload' }));
}

// ---- A new release ----

addEventListener('install', event => event.waitUntil((async () => {
  const kept = await Promise.all(about.essentials.map(fetchAndKeep));
  if (kept.includes(false)) throw new Error('what is needed cannot be kept');
  // A host that does not serve the list: nothing can be compared, and nothing will outlive a release.
  if (!await fetchAndKeep(LIST)) await (await shelf).delete(addressOf(LIST));
  await skipWaiting();
})()));

addEventListener('activate', event => {
  const ready = dropWhatChanged().then(() => clients.claim());
  event.waitUntil(ready);
  // Not waited for: until a worker is active no page gets an answer.
  ready.then(refill);
});

/** Digest by path, from the list that was kept; lines of another form are passed over. */
async function digests() {
  const list = await (await shelf).match(addressOf(LIST));
  const lines = list ? (await list.text()).split(/\r?\n/) : [];
  return new Map(lines.map(line => /^([0-9a-f]{64}) [ *](.+)$/.exec(line)).filter(Boolean).map(found => [found[2], found[1]]));
}

async function digestOf(response) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

async function dropWhatChanged() {
  const cache = await shelf;
  const known = await digests();
  const untouched = new Set([LIST, ...about.essentials].map(addressOf));
  for (const request of await cache.keys()) {
    if (request.url.includes('?') || untouched.has(request.url)) continue;
    const response = await cache.match(request);
    if (known.get(pathOf(request.url)) !== await digestOf(response)) await cache.delete(request);
  }
}

/** Fetches what a new release has changed or added, where the reader keeps the whole site; once at a time. The browser may
    end it at any moment: it goes on at the next page. */
let refilling = null;
function refill() {
  refilling = refilling || fetchWhatIsMissing().catch(() => {}).finally(() => { refilling = null; });
  return refilling;
}

async function fetchWhatIsMissing() {
  const cache = await shelf;
  const note = await cache.match(NOTE);
  if (!note || (await note.json()).release === about.release) return;
  const kept = new Set((await cache.keys()).map(request => request.url));
  for (const path of (await digests()).keys()) {
    if (path !== 'sw.js' && !about.unkept.includes(path) && !kept.has(addressOf(path)) && !await fetchAndKeep(path)) return;
  }
  await cache.put(NOTE, new Response(JSON.stringify({ release: about.release, date: about.date })));
}

// ---- What a page asks ----

addEventListener('message', event => {
  if (event.data === 'about') event.ports[0].postMessage(about);
  else if (event.data === 'noted') event.waitUntil(readNote());
  // What a page was made of before the worker was there.
  else if (Array.isArray(event.data)) {
    const seen = event.data.filter(address => address.startsWith(scope) && !address.startsWith(scope + 'sw.js'));
    event.waitUntil(Promise.all(seen.map(async address => keep(place(address), await fetch(address)).catch(() => {}))));
  }
});

addEventListener('fetch', event => {
  const request = event.request;
  // "reload" is how files are saved: straight from the network.
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.cache === 'reload' || request.headers.has('range')) return;
  const address = place(request.url);
  // A search reads a dozen small files at once: those that are not kept come without the detour.
  if (isWhole === false && navigator.onLine && address.startsWith(scope + 'search/')) return;
  const isFingerprinted = /^assets\/.+\.[0-9a-f]{8}\.\w+$/.test(address.slice(scope.length));
  event.respondWith(isFingerprinted ? fromShelf(event, address) : fromNetwork(event, address));
  if (request.mode === 'navigate') event.waitUntil(refill());
});

async function fromShelf(event, address) {
  const kept = await (await shelf).match(address);
  if (kept) return kept;
  const response = await fetch(event.request);
  await keep(address, response.clone());
  return response;
}

async function fromNetwork(event, address) {
  // Past what the browser itself has stored: nobody online reads anything old.
  const network = fetch(event.request, { cache: 'no-cache' }).then(response => {
    const copy = response.clone();
    return { response, isKept: keep(address, copy) };
  });
  event.waitUntil(network.then(answer => answer.isKept, () => {}));
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([network.catch(() => undefined), late]);
  if (answer && answer.response.status < 500) return answer.response;
  const kept = await (await shelf).match(address);
  if (kept) return kept;
  try {
    return (await network).response;
  } catch (unreachable) {
    if (event.request.mode !== 'navigate') return Response.error();
    return Response.redirect(addressOf(about.page) + '?trang=' + encodeURIComponent(address.slice(scope.length)));
  }
}
