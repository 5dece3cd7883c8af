// The results page: the query and its filters in the address, results with excerpts, notices, filters, recent queries.
(function () {
'use strict';

const page = document.getElementById('search-page');
if (!page) return;
const sohieu = window.sohieu;
const { say, phrase, label, make, marked, later, address, about, dated, whenTyped, matching, passing, load, gaps } = sohieu.parts;
const onDisk = location.protocol === 'file:';

// ---- Counts ----

// {facet: [{value, count}]}: each facet counted under the filters of the others.
sohieu.facets = (text, options) => {
  const filters = (options && options.filters) || {};
  return matching(text, options || {}).then(({ result, manifest }) => {
    const counts = {};
    return Promise.all(manifest.facets.map(facet => Promise.all([load('f/' + facet), passing(filters, facet)]).then(([column, allowed]) => {
      const member = new Set(allowed ? result.order.filter(p => allowed.has(p)) : result.order);
      counts[facet] = Object.keys(column)
        .map(value => ({ value, count: gaps(column[value]).filter(p => member.has(p)).length }))
        .filter(entry => entry.count);
    }))).then(() => counts);
  });
};

// ---- The address ----

// Facet → its name in the address, in the order in which they are offered; what readers call them joins the words.
const NAMES = {};
document.querySelectorAll('[data-search-filter]').forEach(node => {
  const facet = node.getAttribute('data-search-filter');
  NAMES[facet] = node.getAttribute('data-parameter');
  say[facet] = node.textContent;
});

// From a disk a page may not change its address but for what follows #.
function readState() {
  const values = new URLSearchParams(onDisk && location.hash.indexOf('=') > 0 ? location.hash.slice(1) : location.search), filters = {};
  Object.keys(NAMES).forEach(facet => {
    const chosen = values.getAll(NAMES[facet]).filter(Boolean);
    if (chosen.length) filters[facet] = chosen;
  });
  return { query: values.get('q') || '', filters, sort: values.get('sap-xep') === 'ngay' ? 'date' : '' };
}

function addressOf(state) {
  const values = new URLSearchParams();
  if (state.query) values.set('q', state.query);
  Object.keys(state.filters).forEach(facet => { state.filters[facet].forEach(value => { values.append(NAMES[facet], value); }); });
  if (state.sort) values.set('sap-xep', 'ngay');
  return values.toString();
}

function writeState(state, isStep) {
  const text = addressOf(state);
  if (onDisk) {
    if (location.hash.slice(1) !== text) location.replace('#' + text);
  } else if (location.search.slice(1) !== text) {
    history[isStep ? 'pushState' : 'replaceState'](null, '', location.pathname + (text ? '?' + text : ''));
  }
}

// ---- Recent queries: on the reader's machine only ----

const RECENT = 'sohieu.recent', MOST_RECENT = 8;

function recent(revise) {
  try {
    const list = JSON.parse(localStorage.getItem(RECENT) || '[]').filter(text => typeof text === 'string');
    if (!revise) return list;
    const next = revise(list).slice(0, MOST_RECENT);
    if (next.length) localStorage.setItem(RECENT, JSON.stringify(next)); else localStorage.removeItem(RECENT);
    return next;
  } catch (refused) {
    return [];
  }
}

// ---- The page ----

const part = name => page.querySelector('.search-' + name);
const input = page.querySelector('input[name=q]'), form = input.form, status = part('status'), results = part('results');
const filters = part('filters'), chips = part('chips'), more = part('more'), notice = part('notice'), sort = page.querySelector('select[name=sap-xep]');
const browse = part('browse'), past = part('recent');
// Values of a facet that are shown; the rest fold.
const SHOWN = 5;
part('narrow').open = matchMedia('(min-width: 820px)').matches;
let state = readState(), turn = 0, shown = 0, exact = '';

// Excerpts are read when a result comes into view.
const watcher = new IntersectionObserver(entries => {
  entries.filter(entry => entry.isIntersecting).forEach(entry => {
    watcher.unobserve(entry.target);
    entry.target.showExcerpt();
  });
});

function button(text, act, attributes) {
  const node = make('button', Object.assign({ type: 'button' }, attributes), text);
  node.addEventListener('click', act);
  return node;
}

function item(result, query) {
  const link = make('a', { href: address(result, query) }, marked(sohieu.marks(result.title, query)));
  const text = make('p', { 'class': 'search-excerpt' });
  const node = make('li', { 'class': 'search-result search-is-' + result.kind }, [
    make('p', { 'class': 'search-meta' }, marked(sohieu.marks(about(result).join(' · '), query))), make('h2', {}, link), text
  ]);
  node.showExcerpt = () => {
    sohieu.excerpt(result.url, query).then(found => {
      text.replaceChildren(...marked(found));
      if (found.anchor) link.href = address(result, query, found.anchor);
    }, () => {});
  };
  watcher.observe(node);
  return node;
}

function run(options) {
  const own = ++turn, query = state.query.trim(), isMore = options && options.append, isTyping = !!(options && options.typing);
  const request = {
    limit: 10, offset: isMore ? shown : 0, filters: state.filters, sort: state.sort, prefix: isTyping, exact: exact === query, instead: input
  };
  const isAsked = query || Object.keys(state.filters).length;
  part('body').hidden = !isAsked;
  browse.hidden = !!isAsked;
  drawRecent(!isAsked);
  if (!isMore) notice.replaceChildren();
  if (!isAsked) {
    status.textContent = '';
    results.replaceChildren();
    return;
  }
  const waiting = setTimeout(() => { if (own === turn) status.textContent = say.searching; }, 300);
  sohieu.search(query, request).then(found => {
    clearTimeout(waiting);
    if (own !== turn) return;
    const said = found.corrected || query, nodes = found.results.map(result => item(result, said));
    if (isMore) results.append(...nodes); else results.replaceChildren(...nodes);
    shown = (isMore ? shown : 0) + found.results.length;
    more.hidden = shown >= found.total;
    const values = { n: found.total.toLocaleString(document.documentElement.lang), q: said };
    const active = Object.keys(state.filters).flatMap(facet => state.filters[facet].map(value => label(facet, value))).join(', ');
    const told = found.total ? phrase(!query ? 'all' : found.atMost ? 'atmost' : 'count', values) : phrase('none', values) + '.';
    status.textContent = told + (!found.total && active ? ' ' + phrase('filtered', { v: active }) : '');
    browse.hidden = !!found.total;
    sort.closest('label').hidden = !(found.total > 1 && (state.sort || found.results.some(result => result.date)));
    drawChips();
    if (isMore) {
      if (nodes[0]) nodes[0].querySelector('a').focus();
      return;
    }
    drawNotice(found, query);
    drawFilters(own, query, request);
    if (!isTyping && query && found.total) recent(list => [query].concat(list.filter(text => text !== query)));
    if (!found.corrected && query) suggest(own, query, found);
  }).catch(() => {
    clearTimeout(waiting);
    if (own === turn) status.replaceChildren(say.failed + ' ', button(say.retry, () => { run(options); }));
  });
}

// ---- Notices: what is not in the collection, what was put right ----

const tell = (...children) => { notice.append(make('p', {}, children)); };

function drawNotice(found, query) {
  if (found.missing) {
    const { number, date, places, url } = found.missing;
    const name = [number, date && dated(date), places.length && phrase('of', { p: places.join(', ') })].filter(Boolean).join(' ');
    tell(phrase('missing', { n: name }) + ' ', url ? make('a', { href: address({ url }, '') }, say.citing) : '');
  }
  if (found.absentPlaces.length) tell(phrase('noplace', { p: found.absentPlaces.join(', ') }) + (found.total ? ' ' + say.nearest : ''));
  if (found.corrected) {
    tell(phrase('corrected', { q: query, o: found.corrected }) + ' ', button(phrase('exactly', { q: query }), () => {
      exact = query;
      run();
    }));
  }
}

function suggest(own, query, found) {
  sohieu.suggest(query).then(other => {
    if (own !== turn || !other) return;
    tell(say.meant + ' ', button(other, () => {
      input.value = state.query = other;
      change();
      input.focus();
    }, { 'class': 'search-meant' }));
  }, () => {});
  if (found.total > 3) return;
  sohieu.unknown(query).then(list => {
    if (own === turn && list.length) tell(phrase('unknown', { w: list.join(', ') }));
  }, () => {});
}

function drawRecent(isWanted) {
  const list = isWanted ? recent() : [];
  past.hidden = !list.length;
  if (past.hidden) return;
  past.replaceChildren(
    make('h2', {}, say.recent),
    make('ul', {}, list.map(text => {
      const link = make('a', { href: (onDisk ? '#' : '?') + addressOf({ query: text, filters: {} }) }, text);
      link.addEventListener('click', event => {
        event.preventDefault();
        state = { query: text, filters: {}, sort: '' };
        writeState(state, true);
        show();
      });
      return make('li', {}, link);
    })),
    button(say.forget, () => {
      recent(() => []);
      past.hidden = true;
      input.focus();
    }, { 'class': 'search-clear' })
  );
}

// ---- Filters ----

function change() {
  writeState(state, true);
  run();
}

function toggle(facet, value) {
  const chosen = state.filters[facet] || [];
  const next = chosen.indexOf(value) < 0 ? chosen.concat(value) : chosen.filter(v => v !== value);
  if (next.length) state.filters[facet] = next; else delete state.filters[facet];
  change();
}

function drawChips() {
  const nodes = Object.keys(state.filters).flatMap(facet => state.filters[facet].map(value => (
    button(label(facet, value) + ' ×', () => { toggle(facet, value); }, { 'class': 'search-chip', 'aria-label': phrase('remove', { v: label(facet, value) }) })
  )));
  if (nodes.length > 1) {
    nodes.push(button(say.clear, () => {
      state.filters = {};
      change();
    }, { 'class': 'search-clear' }));
  }
  chips.replaceChildren(...nodes);
}

const order = (facet, x, y) => (facet === 'year' ? y.value.localeCompare(x.value) : y.count - x.count || x.value.localeCompare(y.value, document.documentElement.lang));

function drawFilters(own, query, request) {
  sohieu.facets(query, { filters: state.filters, prefix: request.prefix, exact: request.exact }).then(counts => {
    if (own !== turn) return;
    const focused = document.activeElement && filters.contains(document.activeElement) ? document.activeElement.id : null;
    const open = Array.from(filters.querySelectorAll('details[open]'), node => node.id);
    // A filter with one value parts nothing.
    const useful = Object.keys(NAMES).filter(facet => (counts[facet] || []).length > 1 || state.filters[facet]);
    filters.replaceChildren(...useful.map(facet => {
      const chosen = state.filters[facet] || [];
      const boxes = (counts[facet] || []).sort((x, y) => order(facet, x, y)).map((entry, n) => {
        const id = 'search-' + facet + '-' + n;
        const box = make('input', { type: 'checkbox', id, value: entry.value });
        box.checked = chosen.indexOf(entry.value) >= 0;
        box.addEventListener('change', () => { toggle(facet, entry.value); });
        return make('label', { 'for': id }, [box, ' ' + label(facet, entry.value) + ' ', make('span', { 'class': 'search-number' }, String(entry.count))]);
      });
      const rest = boxes.slice(SHOWN), id = 'search-more-' + facet;
      return make('fieldset', {}, [make('legend', {}, say[facet])].concat(boxes.slice(0, SHOWN), rest.length
        ? make('details', { id, open: open.indexOf(id) >= 0 ? '' : null }, [make('summary', {}, phrase('others', { n: rest.length }))].concat(rest)) : []));
    }));
    part('narrow').hidden = !filters.children.length;
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
  }, () => {});
}

// ---- Start ----

function show() {
  input.value = state.query;
  sort.value = state.sort ? 'ngay' : '';
  run();
}

const typing = later(() => {
  state.query = input.value;
  writeState(state, false);
  run({ typing: true });
}, 180);
whenTyped(input, typing);
// The first result is one key away.
input.addEventListener('keydown', event => {
  const first = results.querySelector('a');
  if (event.key !== 'ArrowDown' || event.isComposing || !first) return;
  event.preventDefault();
  first.focus();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  state.query = input.value;
  change();
});
more.addEventListener('click', () => { run({ append: true }); });
sort.addEventListener('change', () => {
  state.sort = sort.value === 'ngay' ? 'date' : '';
  change();
});
addEventListener(onDisk ? 'hashchange' : 'popstate', () => {
  const now = readState();
  if (JSON.stringify(now) === JSON.stringify(state)) return;
  state = now;
  show();
});
show();
})();
