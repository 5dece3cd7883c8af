// The page where readers keep the site on their machine: what is kept, saving all of it, removing it, and a list of what
// there is when a page is asked for that is not kept. The service worker (worker.js) serves from the same cache.
(function () {
  'use strict';
  const page = document.getElementById('offline');
  const piece = name => page.querySelector('[data-piece="' + name + '"]');
  const scope = new URL('.', location.href).href;
  const LIST = scope + 'SHA256SUMS';
  // Notes in the cache: that the whole site was saved, and that saving it was begun. Files that are kept have no query.
  const NOTE = location.href.split(/[?#]/)[0] + '?da-luu';
  const BEGUN = location.href.split(/[?#]/)[0] + '?dang-luu';
  // Files fetched at a time.
  const LANES = 4;
  const isServed = /^https?:$/.test(location.protocol);
  let running = null;

  function say(key, values) {
    const text = page.getAttribute('data-' + key);
    piece('state').textContent = Object.entries(values || {}).reduce((all, [name, value]) => all.replace('{' + name + '}', value), text);
  }
  function show(name, isShown) { piece(name).hidden = !isShown; }
  function megabytes(bytes) {
    const text = (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
    return page.getAttribute('data-comma') === ',' ? text.replace('.', ',') : text;
  }

  const shelf = () => caches.open('sohieu ' + scope);

  /** The addresses of every file of a release that is to be kept; lines of the list that have another form are passed over. */
  async function files(release) {
    const response = await fetch(LIST);
    if (!response.ok) throw new Error(LIST);
    const unkept = new Set(release.unkept).add('sw.js');
    return (await response.text()).split(/\r?\n/).map(line => /^[0-9a-f]{64} [ *](.+)$/.exec(line))
      .filter(found => found && !unkept.has(found[1])).map(found => scope + found[1].split('/').map(encodeURIComponent).join('/'));
  }

  /** What the worker knows of the release; nothing where the browser refuses to have one. */
  async function about() {
    const registration = await Promise.race([navigator.serviceWorker.ready, new Promise(resolve => setTimeout(resolve, 8000))]);
    if (!registration) return null;
    return new Promise(resolve => {
      const channel = new MessageChannel();
      channel.port1.onmessage = event => resolve(event.data);
      setTimeout(resolve, 2000, null);
      registration.active.postMessage('about', [channel.port2]);
    });
  }

  const isPage = address => /\.html$/.test(address) && address !== location.href.split(/[?#]/)[0] && !/\/(404|tim-kiem)\.html$/.test(address);

  /** Says what is kept and offers what can be done about it. */
  async function tell() {
    const cache = await shelf();
    const kept = (await cache.keys()).map(request => request.url).filter(address => !address.includes('?'));
    const pages = kept.filter(isPage);
    const note = await cache.match(NOTE);
    const release = await about();
    if (!release) {
      say('refused');
      return;
    }
    const all = await files(release).catch(() => []);
    const have = new Set(kept);
    const done = all.filter(address => have.has(address)).length;
    const isWhole = note && done === all.length;
    const isPart = !isWhole && Boolean(note || await cache.match(BEGUN));
    if (isWhole) {
      const { date } = await note.json();
      say(date ? 'whole' : 'whole-undated', { date });
    } else if (isPart) say('part', { n: done, m: all.length });
    else if (pages.length) say('some', { n: pages.length });
    else say('none');
    piece('save').textContent = isPart ? page.getAttribute('data-resume')
      : page.getAttribute('data-save-size').replace('{size}', megabytes(release.bytes));
    show('save', !isWhole);
    show('stop', false);
    show('bar', false);
    show('remove', pages.length > 0);
    await listPages(cache, pages);
  }

  async function save() {
    running = new AbortController();
    const { signal } = running;
    show('save', false);
    show('remove', false);
    show('stop', true);
    show('bar', true);
    piece('stop').focus();
    let reason = '';
    try {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
      const cache = await shelf();
      await cache.put(BEGUN, new Response(''));
      const all = await files(await about());
      const kept = new Set((await cache.keys()).map(request => request.url));
      const missing = all.filter(address => !kept.has(address));
      let done = all.length - missing.length;
      const progress = () => {
        piece('bar').max = all.length;
        piece('bar').value = done;
        say('running', { n: done, m: all.length });
      };
      progress();
      const lane = async () => {
        for (let address = missing.shift(); address && !signal.aborted; address = missing.shift()) {
          const response = await fetch(address, { cache: 'reload', signal });
          // A file that the host does not serve is no reason to keep nothing.
          if (response.ok) await cache.put(address, response);
          done += 1;
          progress();
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      if (!signal.aborted) {
        const { release, date } = await about();
        await cache.put(NOTE, new Response(JSON.stringify({ release, date })));
        await cache.delete(BEGUN);
        registration.active.postMessage('noted');
      }
    } catch (error) {
      running.abort();
      reason = error.name === 'QuotaExceededError' ? 'full' : error.name === 'AbortError' ? '' : 'failed';
    }
    const isStopped = signal.aborted;
    running = null;
    await tell();
    if (reason) say(reason);
    else if (isStopped) say('stopped');
    (piece('save').hidden ? piece('remove') : piece('save')).focus();
  }

  async function remove() {
    const own = [location.href.split(/[?#]/)[0]].concat(Array.from(document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src]'), element => element.href || element.src));
    const cache = await shelf();
    for (const request of await cache.keys()) {
      if (!own.includes(request.url)) await cache.delete(request);
    }
    (await navigator.serviceWorker.ready).active.postMessage('noted');
    await tell();
    say('removed');
    piece('save').focus();
  }

  /** The pages that are kept, by their titles. */
  async function listPages(cache, pages) {
    const end = ' – ' + document.title.split(' – ').slice(1).join(' – ');
    const entries = await Promise.all(pages.map(async address => {
      const response = await cache.match(address);
      const html = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (html.querySelector('meta[http-equiv=refresh]')) return null;
      return { address, title: html.title.endsWith(end) ? html.title.slice(0, -end.length) : html.title };
    }));
    const shown = entries.filter(Boolean).sort((one, other) => one.title.localeCompare(other.title, document.documentElement.lang));
    piece('list').replaceChildren(...shown.map(entry => {
      const link = document.createElement('a');
      link.href = entry.address;
      link.textContent = entry.title;
      const item = document.createElement('li');
      item.append(link);
      return item;
    }));
    piece('count').textContent = shown.length;
    show('pages', shown.length > 0);
    filter();
  }

  function fold(text) { return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd'); }
  function filter() {
    const words = fold(piece('filter').value).split(/\s+/).filter(Boolean);
    for (const item of piece('list').children) {
      const text = fold(item.textContent);
      item.hidden = !words.every(word => text.includes(word));
    }
  }

  /** The page that was asked for and is not kept; null where none was, or where the address leads out of this site. */
  function wanted() {
    const path = new URLSearchParams(location.search).get('trang');
    if (path === null) return null;
    try {
      // As the browser would read it: blanks, line breaks and schemes hide from any look at the text itself.
      const address = new URL(path || 'index.html', scope).href;
      return address.startsWith(scope) ? address : null;
    } catch (malformed) {
      return null;
    }
  }

  const unsaved = wanted();
  if (unsaved !== null) {
    show('unsaved', true);
    piece('unsaved').querySelector('a').href = unsaved;
  }
  piece('filter').addEventListener('input', filter);
  piece('save').addEventListener('click', save);
  piece('stop').addEventListener('click', () => { if (running) running.abort(); });
  piece('remove').addEventListener('click', remove);
  if (!isServed) say('from-folder');
  else if (!('caches' in window) || !('serviceWorker' in navigator)) say('refused');
  else tell().catch(() => say('refused'));
})();
