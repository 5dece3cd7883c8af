// Loads the page again when the site it was made from is no longer the one on the server, and lists the errors of the
// last reading over the foot of the page. Served by `sohieu serve` only; never part of a built site.
(() => {
  'use strict';

  const source = new URL(document.currentScript.src);
  const madeFrom = source.search.slice(1);
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  // Milliseconds until a server that gave no events is asked again.
  const RETRY = 5000;
  let events = null;
  let listed = 0;

  const file = async name => {
    const response = await fetch(new URL(name, source));
    if (!response.ok) throw new Error(await response.text());
    return response.text();
  };

  // Style first: the list must not show up unstyled in the flow of the page.
  const list = async load => {
    listed = load;
    const [markup, style] = await Promise.all([file('overlay.html'), file('overlay.css')]);
    if (listed !== load) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const last = shadow.querySelector('details'), isFolded = !!last && !last.open, top = last ? last.scrollTop : 0;
    shadow.adoptedStyleSheets = [sheet];
    shadow.innerHTML = markup;
    const details = shadow.querySelector('details');
    if (details) {
      details.open = !isFolded;
      details.scrollTop = top;
    }
    document.body.append(host);
  };

  const receive = event => {
    const state = JSON.parse(event.data);
    if (state.site !== madeFrom) {
      close();
      location.reload();
    } else if (state.errors === 0) {
      listed = 0;
      host.remove();
    } else if (state.load !== listed) {
      list(state.load).catch(error => console.error(error));
    }
  };

  const open = () => {
    if (events) return;
    events = new EventSource(new URL('events', source));
    events.addEventListener('message', receive);
    // A browser asks again by itself when the connection ends, but not after an answer that holds no events: another
    // program may have had the port for a while.
    events.addEventListener('error', () => {
      if (!events || events.readyState !== EventSource.CLOSED) return;
      close();
      setTimeout(follow, RETRY);
    });
  };

  const close = () => {
    if (events) events.close();
    events = null;
  };

  // A browser keeps few connections to one server: tabs in the background give theirs back.
  const follow = () => (document.visibilityState === 'hidden' ? close() : open());
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', follow);
  follow();
})();
