/* The search box of every page, the results page, and the marked words of the page a reader lands on.
   Works on the markup of partials/search-*.mustache, where the words it says stand too. */
(function () {
'use strict';

const sohieu = window.sohieu, parts = sohieu && sohieu.parts;
if (!parts) return;
const root = document.documentElement.getAttribute('data-root') || '';
const onDisk = location.protocol === 'file:';

const say = {};
document.querySelectorAll('[data-search-strings]').forEach(node => {
  Array.from(node.attributes).forEach(a => { if (a.name.slice(0, 5) === 'data-' && a.value) say[a.name.slice(5)] = a.value; });
});

const phrase = (key, values) => (say[key] || key).replace(/\{(\w+)\}/g, (all, name) => values && name in values ? values[name] : all);
const date = iso => iso.split('-').reverse().join('/');
const label = (facet, value) => facet === 'kind' ? say['kind-' + value] || value : value.charAt(0).toUpperCase() + value.slice(1);

function make(tag, attributes, children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach(name => {
    if (attributes[name] !== null) node.setAttribute(name, attributes[name]);
  });
  [].concat(children || []).forEach(child => { node.append(child); });
  return node;
}

/* `text` with the stretches [start, end] set in <mark>. */
function marked(found) {
  const nodes = [];
  let at = 0;
  found.marks.forEach(([start, end]) => {
    nodes.push(found.text.slice(at, start), make('mark', {}, found.text.slice(start, end)));
    at = end;
  });
  return nodes.concat(found.text.slice(at));
}

/* ---- Counts ---- */

/* {facet: [{value, count}]}: each facet counted under the filters of the others. */
sohieu.facets = (text, options) => {
  const filters = (options && options.filters) || {};
  return parts.matching(text, { filters }).then(([found, , manifest]) => {
    const counts = {};
    return Promise.all(manifest.facets.map(facet => Promise.all([parts.load('f/' + facet), parts.passing(filters, facet)]).then(([column, allowed]) => {
      const member = new Set(allowed ? found.order.filter(page => allowed.has(page)) : found.order);
      counts[facet] = Object.keys(column)
        .map(value => ({ value, count: parts.gaps(column[value]).filter(page => member.has(page)).length }))
        .filter(entry => entry.count);
    }))).then(() => counts);
  });
};

/* ---- The box of every page ---- */

const later = (act, wait) => {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
};

/* Where a result leads: the page, the words to mark, the best heading. */
const address = (result, query, anchor) => root + result.url + (query ? '?tim=' + encodeURIComponent(query) : '') + (anchor ? '#' + encodeURIComponent(anchor) : '');

/* Calls `act` when the reader has typed; not while an input method is composing. */
function whenTyped(input, act) {
  let composing = false;
  input.addEventListener('compositionstart', () => { composing = true; });
  input.addEventListener('compositionend', () => { composing = false; act(); });
  input.addEventListener('input', event => { if (!composing && !event.isComposing) act(); });
  const prepare = () => { sohieu.prepare().catch(() => {}); };
  if (document.activeElement === input) prepare(); else input.addEventListener('focus', prepare, { once: true });
}

function combobox(form, number) {
  const input = form.querySelector('input[name=q]');
  if (!input) return;
  const list = make('ul', { role: 'listbox', id: 'search-options-' + number, 'class': 'search-options', hidden: '', 'aria-label': say.options });
  const status = make('p', { role: 'status', 'class': 'visually-hidden' });
  form.append(list, status);
  Object.entries({ role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })
    .forEach(([name, value]) => { input.setAttribute(name, value); });
  let turn = 0, active = -1;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function choose(index) {
    const options = list.children;
    if (options[active]) options[active].setAttribute('aria-selected', 'false');
    active = (index + options.length + 1) % (options.length + 1);
    if (active === options.length) active = -1;
    if (active < 0) return input.removeAttribute('aria-activedescendant');
    options[active].setAttribute('aria-selected', 'true');
    options[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[active].id);
  }
  const update = later(() => {
    const query = input.value.trim(), own = ++turn;
    if (query.length < 2) return close();
    sohieu.search(query, { limit: 7, prefix: true }).then(found => {
      if (own !== turn || document.activeElement !== input) return;
      list.replaceChildren(...found.results.map((result, n) => {
        const option = make('li', { role: 'option', id: list.id + '-' + n, 'aria-selected': 'false' }, [
          make('span', { 'class': 'search-option-title' }, marked(sohieu.marks(result.title, query))),
          make('span', { 'class': 'search-option-meta' }, [result.number, label('kind', result.kind)].filter(Boolean).join(' · '))
        ]);
        option.addEventListener('mousedown', event => { event.preventDefault(); });
        option.addEventListener('click', () => { location.href = address(result, ''); });
        return option;
      }));
      active = -1;
      list.hidden = !found.results.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      input.removeAttribute('aria-activedescendant');
      status.textContent = found.results.length ? phrase('suggestions', { n: found.results.length }) : '';
    }, close);
  }, 120);
  whenTyped(input, update);
  input.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return update();
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? active + 1 : active < 0 ? list.children.length - 1 : active - 1);
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      list.children[active].click();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener('blur', () => {
    turn++;
    close();
  });
  /* These scripts come with the first focus, and some readers type faster. */
  if (document.activeElement === input && input.value) update();
}

/* ---- The results page ---- */

const NAMES = {
  kind: 'loai', type: 'loai-van-ban', issuer: 'co-quan', locality: 'dia-phuong', year: 'nam', field: 'linh-vuc',
  form: 'hinh-thuc', stage: 'giai-doan',
  theme: 'chu-de', status: 'hieu-luc'
};

/* The state is in the address; from a disk a page may not change its address but for what follows #. */
function readState() {
  const values = new URLSearchParams(onDisk && location.hash.indexOf('=') > 0 ? location.hash.slice(1) : location.search), filters = {};
  Object.keys(NAMES).forEach(facet => {
    const chosen = values.getAll(NAMES[facet]).filter(Boolean);
    if (chosen.length) filters[facet] = chosen;
  });
  return { query: values.get('q') || '', filters, sort: values.get('sap-xep') === 'ngay' ? 'date' : '' };
}

function writeState(state, push) {
  const values = new URLSearchParams();
  if (state.query) values.set('q', state.query);
  Object.keys(state.filters).forEach(facet => { state.filters[facet].forEach(value => { values.append(NAMES[facet], value); }); });
  if (state.sort) values.set('sap-xep', 'ngay');
  const text = values.toString();
  if (onDisk) {
    if (location.hash.slice(1) !== text) location.replace('#' + text);
  } else if (location.search.slice(1) !== text) {
    history[push ? 'pushState' : 'replaceState'](null, '', location.pathname + (text ? '?' + text : ''));
  }
}

function resultsPage(page) {
  const part = name => page.querySelector('.search-' + name);
  const input = page.querySelector('input[name=q]'), form = input.form, status = part('status'), results = part('results');
  const filters = part('filters'), chips = part('chips'), more = part('more'), meant = part('meant'), sort = page.querySelector('select[name=sap-xep]');
  const browse = part('browse');
  part('narrow').open = matchMedia('(min-width: 820px)').matches;
  let state = readState(), turn = 0, shown = 0;

  /* Excerpts are read when a result comes into view. */
  const watcher = new IntersectionObserver(entries => {
    entries.filter(entry => entry.isIntersecting).forEach(entry => {
      watcher.unobserve(entry.target);
      entry.target.showExcerpt();
    });
  });

  function item(result, query) {
    const link = make('a', { href: address(result, query) }, marked(sohieu.marks(result.title, query)));
    const text = make('p', { 'class': 'search-excerpt' }, marked(sohieu.marks(result.excerpt, query)));
    const meta = [label('kind', result.kind), result.number, result.date && phrase('day', { d: date(result.date) })].filter(Boolean).join(' · ');
    const node = make('li', { 'class': 'search-result' }, [make('p', { 'class': 'search-meta' }, meta), make('h2', {}, link), text]);
    node.showExcerpt = () => {
      sohieu.excerpt(result.url, query).then(found => {
        if (!found.marks.length) return;
        text.replaceChildren(...marked(found));
        if (found.anchor) link.href = address(result, query, found.anchor);
      }, () => {});
    };
    if (query) watcher.observe(node);
    return node;
  }

  function run(options) {
    const own = ++turn, query = state.query.trim(), append = options && options.append;
    const request = { limit: 10, offset: append ? shown : 0, filters: state.filters, sort: state.sort, prefix: !!(options && options.typing) };
    const asked = query || Object.keys(state.filters).length;
    part('body').hidden = !asked;
    browse.hidden = !!asked;
    if (!asked) {
      status.textContent = '';
      results.replaceChildren();
      meant.hidden = true;
      return;
    }
    const waiting = setTimeout(() => { if (own === turn) status.textContent = say.searching; }, 300);
    sohieu.search(query, request).then(found => {
      clearTimeout(waiting);
      if (own !== turn) return;
      const nodes = found.results.map(result => item(result, query));
      if (append) results.append(...nodes); else results.replaceChildren(...nodes);
      shown = (append ? shown : 0) + found.results.length;
      more.hidden = shown >= found.total;
      const values = { n: found.total.toLocaleString('vi'), q: query };
      const active = Object.keys(state.filters).flatMap(facet => state.filters[facet].map(value => label(facet, value))).join(', ');
      status.textContent = (found.total ? phrase(!query ? 'all' : found.atMost ? 'atmost' : 'count', values) : phrase('none', values) + '.') +
        (!found.total && active ? ' ' + phrase('filtered', { v: active }) : '');
      browse.hidden = !!found.total;
      drawChips();
      if (append) nodes[0] && nodes[0].querySelector('a').focus();
      else drawFilters(own, query);
      if (!append) suggest(own, query);
    }).catch(() => {
      clearTimeout(waiting);
      if (own !== turn) return;
      const again = make('button', { type: 'button' }, say.retry);
      again.addEventListener('click', () => { run(options); });
      status.replaceChildren(say.failed + ' ', again);
    });
  }

  function suggest(own, query) {
    meant.hidden = true;
    if (!query) return;
    sohieu.suggest(query).then(other => {
      if (own !== turn || !other) return;
      const button = make('button', { type: 'button' }, other);
      button.addEventListener('click', () => {
        input.value = state.query = other;
        change();
        input.focus();
      });
      meant.replaceChildren(say.meant + ' ', button);
      meant.hidden = false;
    }, () => {});
  }

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
    const nodes = Object.keys(state.filters).flatMap(facet => state.filters[facet].map(value => {
      const chip = make('button', { type: 'button', 'class': 'search-chip', 'aria-label': phrase('remove', { v: label(facet, value) }) }, label(facet, value) + ' ×');
      chip.addEventListener('click', () => { toggle(facet, value); });
      return chip;
    }));
    if (nodes.length > 1) {
      const clear = make('button', { type: 'button', 'class': 'search-clear' }, say.clear);
      clear.addEventListener('click', () => {
        state.filters = {};
        change();
      });
      nodes.push(clear);
    }
    chips.replaceChildren(...nodes);
  }

  const order = (facet, x, y) => facet === 'year' ? y.value.localeCompare(x.value) : y.count - x.count || x.value.localeCompare(y.value, 'vi');

  function drawFilters(own, query) {
    sohieu.facets(query, { filters: state.filters }).then(counts => {
      if (own !== turn) return;
      const focused = document.activeElement && filters.contains(document.activeElement) ? document.activeElement.id : null;
      const open = Array.from(filters.querySelectorAll('details[open]'), node => node.id);
      filters.replaceChildren(...Object.keys(NAMES).filter(facet => (counts[facet] || []).length).map(facet => {
        const chosen = state.filters[facet] || [];
        const boxes = counts[facet].sort((x, y) => order(facet, x, y)).map((entry, n) => {
          const id = 'search-' + facet + '-' + n;
          const box = make('input', { type: 'checkbox', id, value: entry.value });
          box.checked = chosen.indexOf(entry.value) >= 0;
          box.addEventListener('change', () => { toggle(facet, entry.value); });
          return make('label', { 'for': id }, [box, ' ' + label(facet, entry.value) + ' ', make('span', { 'class': 'search-number' }, String(entry.count))]);
        });
        const rest = boxes.slice(8), id = 'search-more-' + facet;
        return make('fieldset', {}, [make('legend', {}, say[facet])].concat(boxes.slice(0, 8), rest.length
          ? make('details', { id, open: open.indexOf(id) >= 0 ? '' : null }, [make('summary', {}, phrase('others', { n: rest.length }))].concat(rest)) : []));
      }));
      part('narrow').hidden = !filters.children.length;
      if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
    }, () => {});
  }

  function show() {
    input.value = state.query;
    if (sort) sort.value = state.sort ? 'ngay' : '';
    run();
  }

  const typing = later(() => {
    state.query = input.value;
    writeState(state, false);
    run({ typing: true });
  }, 180);
  whenTyped(input, typing);
  form.addEventListener('submit', event => {
    event.preventDefault();
    state.query = input.value;
    change();
  });
  more.addEventListener('click', () => { run({ append: true }); });
  if (sort) sort.addEventListener('change', () => {
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
}

/* ---- The page a reader lands on ---- */

function markWords(query) {
  const body = document.querySelector('.prose') || document.querySelector('main');
  if (!body) return;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT), nodes = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('script,style')) nodes.push(walker.currentNode);
  const want = parts.wanted(query), hits = [];
  nodes.forEach(node => {
    const found = parts.highlights(node.data, want);
    if (!found.marks.length) return;
    const pieces = marked(found);
    pieces.forEach(piece => { if (piece.tagName) { piece.className = 'search-hit'; hits.push(piece); } });
    node.replaceWith(...pieces);
  });
  if (!hits.length) return;
  const button = make('button', { type: 'button' }, say.unmark);
  const bar = make('p', { 'class': 'search-marked', role: 'status' }, [phrase('marked', { q: query }) + ' ', button]);
  button.addEventListener('click', () => {
    hits.forEach(hit => { hit.replaceWith(...hit.childNodes); });
    body.normalize();
    bar.remove();
  });
  body.prepend(bar);
  if (location.hash.length < 2) hits[0].scrollIntoView({ block: 'center' });
}

/* ---- Start ---- */

const page = document.getElementById('search-page');
document.querySelectorAll('form.search-form').forEach((form, number) => { if (!page || !page.contains(form)) combobox(form, number); });
if (page) resultsPage(page);
const sought = new URLSearchParams(location.search).get('tim');
if (sought) markWords(sought);
})();
