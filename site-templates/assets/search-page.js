/* The search box of every page, the results page, and the marked words of the page a reader lands on.
   Works on the markup of partials/search-*.mustache; all it says is in `say`, which [data-search-strings] may replace. */
(function () {
'use strict';

const sohieu = window.sohieu, parts = sohieu && sohieu.parts;
if (!parts) return;
const root = document.documentElement.getAttribute('data-root') || '';
const onDisk = location.protocol === 'file:';

const say = {
  count: 'Tìm thấy {n} trang cho “{q}”', atmost: 'Tìm thấy nhiều nhất {n} trang cho “{q}”', all: '{n} trang', none: 'Không có trang nào cho “{q}”', searching: 'Đang tìm…',
  failed: 'Không tải được một phần của chỉ mục.', retry: 'Thử lại', meant: 'Có phải ý bạn là:', more: 'Xem thêm kết quả',
  remove: 'Bỏ lọc {v}', clear: 'Bỏ mọi điều kiện lọc', filtered: 'Đang lọc theo: {v}.', options: 'Gợi ý', day: 'ngày {d}',
  marked: 'Đang tô đậm “{q}”', unmark: 'Bỏ tô đậm', suggestions: '{n} gợi ý, dùng phím mũi tên để chọn', others: 'Xem thêm {n}',
  kind: 'Loại trang', type: 'Loại văn bản', issuer: 'Cơ quan ban hành', locality: 'Địa phương', year: 'Năm',
  field: 'Lĩnh vực', form: 'Hình thức', stage: 'Giai đoạn', theme: 'Chủ đề bài học', status: 'Hiệu lực', 'kind-document': 'Văn bản', 'kind-lesson': 'Bài học',
  'kind-model': 'Mô hình', 'kind-report': 'Báo cáo', 'kind-term': 'Thuật ngữ', 'kind-page': 'Trang khác'
};
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

/* ---- Excerpts ---- */

/* What of `subject` the query `text` speaks of: {text, marks}. */
sohieu.marks = (subject, text) => {
  const found = highlights(subject, wanted(text));
  return { text: found.text, marks: found.marks };
};

/* The best passage of a page: {text, marks: [[start, end]], anchor}. */
sohieu.excerpt = (url, text) => parts.textOf(url).then(blocks => passage(blocks, wanted(text)));

function wanted(text) {
  const list = parts.split(String(text)), byFold = new Map();
  list.forEach(s => { byFold.set(s.folded, (byFold.get(s.folded) || []).concat(s)); });
  return { size: list.length, marked: list.some(s => s.code), byFold };
}

function highlights(subject, query) {
  const text = subject.normalize('NFC'), list = parts.split(text), marks = [];
  const hit = s => !!s && (query.byFold.get(s.folded) || []).some(w => w.exact === s.exact || !w.code || !query.marked);
  list.forEach((s, i) => {
    /* Of a long query a single syllable says nothing; two in a row do. */
    if (!hit(s) || (query.size > 2 && !hit(list[i - 1]) && !hit(list[i + 1]))) return;
    const last = marks[marks.length - 1];
    if (last && /^\s*$/.test(text.slice(last[1], s.start))) last[1] = s.end; else marks.push([s.start, s.end]);
  });
  return { text, marks, list, hit };
}

const PASSAGE = 36;

function passage(blocks, query) {
  let best = null;
  blocks.slice(1).forEach(block => {
    const found = highlights(block[1].replace(/\s+/g, ' ').trim(), query), list = found.list, seen = new Map();
    let distinct = 0, pairs = 0;
    const count = (i, by) => {
      if (!found.hit(list[i])) return;
      const before = seen.get(list[i].folded) || 0;
      seen.set(list[i].folded, before + by);
      if (by > 0 && !before) distinct++;
      if (by < 0 && before === 1) distinct--;
      if (found.hit(list[i + 1])) pairs += by;
    };
    list.forEach((s, i) => {
      count(i, 1);
      if (i >= PASSAGE) count(i - PASSAGE, -1);
      const value = distinct * 3 + Math.min(pairs, 12);
      if (!best || value > best.value) best = { value, found, from: Math.max(0, i - PASSAGE + 1), anchor: block[0] };
    });
  });
  if (!best) return { text: '', marks: [], anchor: '' };
  const { found } = best, list = found.list;
  let from = best.from;
  const first = from ? found.marks.find(m => m[0] >= list[from].start) : null;
  while (first && from + 4 < list.length && list[from + 4].start < first[0]) from++;
  const to = Math.min(list.length - 1, from + PASSAGE + 2), start = from ? list[from].start : 0;
  const end = to === list.length - 1 ? found.text.length : list[to].end, shift = start - (from ? 2 : 0);
  return {
    text: (from ? '… ' : '') + found.text.slice(start, end) + (end < found.text.length ? '\u00A0…' : ''),
    marks: found.marks.filter(m => m[0] >= start && m[1] <= end).map(m => [m[0] - shift, m[1] - shift]),
    anchor: best.anchor
  };
}

/* ---- Suggestions ---- */

const TELEX = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

/* What the keys of Telex or VNI were meant to type: "tieengs", "tie61ng" → "tiếng". */
function typed(keys) {
  let word = keys.toLowerCase(), tone = '';
  if (/\d/.test(word)) {
    word = word.replace(/[1-5]/, digit => { tone = VNI[digit]; return ''; });
    word = word.replace(/^(d)(.*)9/, 'đ$2').replace(/d9/, 'đ').replace(/([aeo])(.*)6/, '$1\u0302$2').replace(/uo(.*)7/, 'ư\u006F\u031B$1')
      .replace(/([ou])(.*)7/, '$1\u031B$2').replace(/a(.*)8/, 'a\u0306$1');
  } else {
    word = word.replace(/([aeiouyw].*?)([sfrxj])/, (all, before, key) => { tone = TELEX[key]; return before; });
    word = word.replace(/dd/, 'đ').replace(/^d(.*)d$/, 'đ$1').replace(/([aeo])\1/, '$1\u0302').replace(/uow|uwow/, 'u\u031Bo\u031B')
      .replace(/([ou])(\w*)w/, '$1\u031B$2').replace(/a(\w*)w/, 'a\u0306$1');
  }
  if (tone) {
    const shaped = /^(.*[aeou][\u0302\u0306\u031B])(.*)$/.exec(word) || /^(.*[aeiouy])([^aeiouy]+)$/.exec(word) ||
      /^(.*[aeiouy])([aeiouy])$/.exec(word.replace(/^(qu|gi)(?=[aeiouy])/, m => m.toUpperCase())) || /^(.*[aeiouy])()$/i.exec(word);
    if (shaped) word = (shaped[1] + tone + shaped[2]).toLowerCase();
  }
  const list = parts.split(word);
  return list.length === 1 ? list[0].exact : keys;
}

/* Edits between two words, neighbours swapped counted as one; more than `most` is all the same. */
function edits(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let last = [], row = Array.from({ length: b.length + 1 }, (v, k) => k), before;
  for (let i = 1; i <= a.length; i++) {
    before = last;
    last = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
}

/* How often `a b` stands in the collection, roughly: the length of its postings. */
function together(manifest, a, b) {
  if (!a || !b) return Promise.resolve(0);
  const term = { a, b, key: a.folded + ' ' + b.folded };
  const name = parts.place(term, manifest);
  return name ? parts.load(name).then(shard => parts.forms(shard, term).reduce((sum, form) => sum + form.text.length, 0)) : Promise.resolve(0);
}

/* What `text` may have meant, or null: a word the collection does not have, put right. Never applied by itself. */
sohieu.suggest = text => Promise.all([parts.open(), parts.load('words')]).then(([manifest, file]) => {
  text = String(text).slice(0, 300).normalize('NFC');
  const list = parts.split(text), words = new Map(), exact = new Set();
  file.words.split(' ').forEach((word, rank) => {
    const folded = parts.fold(word);
    exact.add(word);
    if (!words.has(folded)) words.set(folded, { word, folded, rank });
  });
  const isMarked = list.some(s => s.code);
  return Promise.all(list.map((s, i) => {
    if (/^\d+$/.test(s.folded) || exact.has(s.exact) || (!s.code && words.has(s.folded))) return null;
    const meant = typed(s.exact);
    if (meant !== s.exact && exact.has(meant)) return meant;
    if (/\d/.test(s.folded) || s.folded.length < 3 || manifest.expansions.has(s.folded)) return null;
    const most = s.folded.length > 4 ? 2 : 1, near = [], alone = list.length === 1;
    words.forEach(entry => {
      const far = edits(s.folded, entry.folded, most);
      if (far <= most) near.push({ far: Math.max(far, 0.5), entry });
    });
    near.sort((x, y) => x.far - y.far || x.entry.rank - y.entry.rank);
    return Promise.all(near.slice(0, 12).map(candidate => {
      const own = { folded: candidate.entry.folded };
      return Promise.all([together(manifest, list[i - 1], own), together(manifest, own, list[i + 1])])
        .then(found => ({ entry: candidate.entry, value: (found[0] + found[1] + (alone ? 1 : 0)) / (candidate.far * candidate.far) }));
    })).then(valued => {
      /* A word that never stands beside its neighbours here is no help. */
      const best = valued.filter(v => v.value).sort((x, y) => y.value - x.value)[0];
      return best ? (isMarked ? best.entry.word : best.entry.folded) : null;
    });
  })).then(found => {
    let result = '', at = 0;
    list.forEach((s, i) => {
      if (!found[i] || found[i] === s.exact) return;
      result += text.slice(at, s.start) + found[i];
      at = s.end;
    });
    return at ? result + text.slice(at) : null;
  });
});

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
  const want = wanted(query), hits = [];
  nodes.forEach(node => {
    const found = highlights(node.data, want);
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
