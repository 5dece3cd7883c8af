/* Search over the JSON under search/: docs/search-index.md. */
(function () {
'use strict';

let root = document.documentElement.getAttribute('data-root') || '';
let base = root + 'search/';
let onDisk = location.protocol === 'file:';

const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

/* ---- Vietnamese text: the same rules as the target VietnameseText ---- */

let SYLLABLE = /[0-9A-Za-z\xAA\xB5\xBA\xC0-\xD6\xD8-\xF6\xF8-\u1FFF\u2C00-\u2DFF\u2E80-\u2FFF\u3040-\uD7FF\uF900-\uFDFF\uFE70-\uFEFE\uFF10-\uFFEF]+/g;
let TONES = '\u0300\u0309\u0303\u0301\u0323';
let OTHER = 88;

function fold(text) {
  return text.toLowerCase().replace(/[\xC0-\u024F\u1E00-\u1EFF\u0300-\u036F]/g, letter => {
    return letter === 'đ' || letter === 'ð' ? 'd' : letter.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
  });
}

/* The tone where the index keeps it: hòa, khỏe, ủy, quý, hoàn. */
function placeTone(word) {
  let d = word.normalize('NFD');
  let m = /^(.*?)(o(?=[\u0300-\u0323]?[ae](?![\u0302\u0306]))|(?:^|[^q])u(?=[\u0300-\u0323]?y)|qu(?=[\u0300-\u0323]?[aeiouy]))([\u0300\u0309\u0303\u0301\u0323]?)([aeiouy])([\u0302\u0306\u031B\u0323]*)([\u0300\u0309\u0303\u0301\u0323]?)(.*)$/.exec(d);
  if (!m) return word;
  let tone = m[3] + m[6];
  if (m[5].indexOf('\u0323') >= 0 && !m[6]) { tone = m[3] + '\u0323'; m[5] = m[5].replace('\u0323', ''); }
  if (tone.length !== 1) return word;
  let closed = m[7] || m[2].slice(-2) === 'qu';
  return (m[1] + m[2] + (closed ? '' : tone) + m[4] + m[5] + (closed ? tone : '') + m[7]).normalize('NFC');
}

/* The marks of a syllable as a number; see MarkCode. */
function markCode(word) {
  let value = 0, scale = 6, tone = 0;
  for (let letter of word) {
    let digit = 0, radix = 1;
    if (letter === 'd' || letter === 'đ' || letter === 'ð') {
      digit = letter === 'd' ? 0 : 1;
      radix = 2;
    } else {
      const parts = letter.normalize('NFD'), letters = { a: '\u0306\u0302', e: '\u0302', o: '\u0302\u031B', u: '\u031B', i: '', y: '' }[parts[0]];
      if (letters === undefined) {
        if (letter > '\x7F' && (/[\u0300-\u036F]/.test(letter) || fold(letter) !== letter)) return OTHER;
        continue;
      }
      radix = letters.length + 1;
      for (let k = 1; k < parts.length; k++) {
        let t = TONES.indexOf(parts[k]) + 1, s = letters.indexOf(parts[k]) + 1;
        if (t) {
          if (tone) return OTHER;
          tone = t;
        } else if (s && !digit) digit = s;
        else return OTHER;
      }
    }
    value += digit * scale;
    if (value + tone >= OTHER) return OTHER;
    scale = Math.min(scale * radix, 1024);
  }
  return value + tone;
}

/* Text → syllables: exact, folded, mark code, place, whether it makes a pair with the one before. */
function split(text) {
  let before = -1;
  text = text.normalize('NFC');
  return Array.from(text.matchAll(SYLLABLE), ({ 0: word, index: start }) => {
    const exact = placeTone(word.toLowerCase()), gap = before < 0 ? '' : text.slice(before, start), end = before = start + word.length;
    return { exact, folded: fold(exact), code: markCode(exact), start, end, joined: /^(\s+|[-\/])$/.test(gap), tight: /^[-\/]$/.test(gap) };
  });
}

/* ---- Files ---- */

let files = {}, waiting = {}, version = '', scripts = false;

window.sohieuShard = (name, json) => waiting[name] && waiting[name](JSON.parse(json));

function load(name) {
  return files[name] || (files[name] = request(name).then(name === 'manifest' ? prepare : file => file).catch(error => {
    delete files[name];
    throw error;
  }));
}

const open = () => load('manifest');

function request(name) {
  let query = version ? '?v=' + version : '';
  if (!onDisk && !(scripts && name.slice(0, 2) === 't/')) {
    return fetch(base + name + '.json' + query, version ? {} : { cache: 'no-cache' }).then(response => {
      if (!response.ok) throw new Error(name + ': ' + response.status);
      return response.json();
    });
  }
  return new Promise((resolve, reject) => {
    const script = document.createElement('script'), done = (act, value) => {
      delete waiting[name];
      script.remove();
      act(value);
    };
    waiting[name] = value => done(resolve, value);
    script.onerror = () => done(reject, new Error(name));
    script.src = base + name + '.js' + query;
    document.head.appendChild(script);
  });
}

const shardName = (folder, number) => folder + '/' + (number >> 6) + '/' + number;

/* The shard that would hold `key`. */
function find(starts, key) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    let middle = (low + high + 1) >> 1;
    if (starts[middle] <= key) low = middle; else high = middle - 1;
  }
  return low;
}

function prepare(manifest) {
  version = manifest.version;
  scripts = manifest.twins;
  ['pairs', 'syllables', 'numbers'].forEach(key => {
    manifest[key] = manifest[key] ? manifest[key].split(',') : [];
  });
  manifest.expansions = new Map();
  Object.keys(manifest.abbreviations).forEach(short => {
    const long = manifest.abbreviations[short];
    [[short, long], [long, short]].forEach(([from, to]) => {
      const key = words(split(from));
      manifest.expansions.set(key, (manifest.expansions.get(key) || []).concat(to));
    });
  });
  return manifest;
}

const words = (list, form = 'folded') => list.map(s => s[form]).join(' ');

/* ---- Postings ---- */

let ALPHABET = '!#$%&()*+-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
let digits = new Uint8Array(128);
for (let d = 0; d < ALPHABET.length; d++) digits[ALPHABET.charCodeAt(d)] = d;

/* visit(page, level) for each posting of `text`. */
function decode(text, levels, visit) {
  let page = -1, at = 0;
  while (at < text.length) {
    let v = digits[text.charCodeAt(at++)], more = v < 40 ? 0 : v < 69 ? 1 : v < 87 ? 2 : v - 84;
    if (more) {
      let from = [40, 2621, 145199, 850168][more - 1];
      v = more < 3 ? v - (more === 1 ? 40 : 69) : 0;
      for (let k = 0; k < more; k++) v = v * 89 + digits[text.charCodeAt(at++)];
      v += from;
    }
    page += Math.floor(v / levels) + 1;
    visit(page, v % levels);
  }
}

function gaps(text, pages = []) {
  decode(text, 1, page => pages.push(page));
  return pages;
}

/* The marked forms of a term. Pairs stand under their first syllable, syllables under nothing. */
function forms(shard, term) {
  let key = term.b ? term.a.folded : '', second = (term.b || term.a).folded, codes = term.b ? 2 : 1;
  const records = has(shard, key) ? shard[key] : '', start = (' ' + records).indexOf(' ' + second + ':');
  if (start < 0) return [];
  return records.slice(start + second.length + 1).split(' ', 1)[0].split(',').map(form => {
    return { a: digits[form.charCodeAt(0)], b: codes > 1 ? digits[form.charCodeAt(1)] : 0, text: form.slice(codes) };
  });
}

/* 0 for a pair that is probably rare, to 3 for the most common. */
function level(sketch, pair) {
  let bytes = unescape(encodeURIComponent(pair)), hash = 0x811C9DC5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes.charCodeAt(i), 0x01000193);
  let other = Math.imul((hash >>> 16) | (hash << 16), 0x01000193);
  return Math.min(cell(hash >>> 0), cell(other >>> 0));
  function cell(h) {
    const n = h % sketch.cells;
    return (digits[sketch.levels.charCodeAt(Math.floor(n / 3))] >> (n % 3 * 2)) & 3;
  }
}

/* ---- The query ---- */

/* What a form counts whose marks are not those typed. */
let OTHER_FORM = 0.4, SYLLABLE_WEIGHT = 0.8, EXPANSION = 0.7, LAW_NAME = 0.25;
/* Files of postings a query may read, for sites of so many. */
const BUDGETS = [[96, 40], [256, 16], [Infinity, 8]];

function parse(text, manifest, prefix) {
  text = String(text).slice(0, 1000).normalize('NFC');
  let query = { terms: [], phrases: [], seen: new Set(), prefix: null };
  let plain = text.replace(/["“”«»]([^"“”«»]+)["“”«»]/g, (all, phrase) => {
    let list = split(phrase);
    if (list.length) query.phrases.push(list);
    return ' \u0001' + phrase + '\u0001 ';
  });
  let list = split(plain).slice(0, 64);
  query.marked = list.some(s => s.code);
  query.number = readNumber(plain, manifest.types);
  list.forEach(nameLaw);
  let last = list.length - 1;
  if (prefix && last >= 0 && /[^\s\u0001.,;:!?]$/.test(plain)) query.prefix = { first: list[last - 1], last: list[last] };
  if (query.prefix) list.pop();
  addTerms(query, list, 1);
  for (let from = 0; from < list.length; from++) {
    for (let size = 1; size <= 10 && !list[from].isNumber && from + size <= list.length; size++) {
      (manifest.expansions.get(words(list.slice(from, from + size))) || []).forEach(other => {
        addTerms(query, split(other), EXPANSION);
      });
    }
  }
  return query;
}

/* "Theo Bộ luật Dân sự 2015": a law's name and year say where to look more than for what. */
function nameLaw(s, from, list) {
  const end = list.findIndex((t, n) => n > from && (!t.joined || isYear(t.folded)));
  if (s.folded === 'luat' && end > 0 && end < from + 12 && list[end].joined) list.slice(from, end + 1).forEach(t => { t.weight = LAW_NAME; });
}

/* Of a number only serial and type count as words: who asks for 4-CT/TU does not mean 24-CT/TU. */
function addTerms(query, list, weight) {
  let serial = -1;
  list.forEach((s, i) => {
    const next = list[i + 1];
    if (!s.tight) {
      let end = i + 1;
      while (list[end] && list[end].tight) end++;
      serial = /^\d/.test(s.folded) && list.slice(i + 1, end).some(t => /^\D/.test(t.folded)) ? i : -1;
    }
    s.isNumber = serial >= 0;
    if (serial < 0) add(query, s, null, weight * SYLLABLE_WEIGHT);
    if (next && next.joined && (serial < 0 || serial === i || !next.tight)) add(query, s, next, weight);
  });
}

function add(query, a, b, weight) {
  let key = a.folded + (b ? ' ' + b.folded : '');
  if (query.seen.has(key)) return;
  query.seen.add(key);
  weight *= Math.min(a.weight || 1, b && b.weight || 1);
  query.terms.push({ key, a, b, weight, order: query.terms.length });
}

function place(term, manifest) {
  let starts = term.b ? manifest.pairs : manifest.syllables;
  return starts.length ? shardName(term.b ? 'p' : 's', find(starts, term.key)) : null;
}

/* The terms worth fetching, rare pairs first, within the number of shards a query may read. */
function choose(query, manifest) {
  const size = manifest.pairs.length + manifest.syllables.length, terms = query.terms;
  const budget = BUDGETS.find(b => size <= b[0])[1] - (query.number ? 1 : 0), shards = new Set();
  terms.forEach(term => {
    term.shard = place(term, manifest);
    term.rank = term.b ? level(manifest.sketch, term.key) : 2.5;
  });
  return terms.sort((x, y) => x.rank - y.rank || x.order - y.order)
    .filter(({ shard }) => shard && (shards.has(shard) || shards.size < budget) && shards.add(shard));
}

const fits = (term, form) => form.a === term.a.code && (!term.b || form.b === term.b.code);

/* How much a marked form counts for what was typed: marks typed are respected, marks left out forgiven. */
function likeness(term, form, marked) {
  if (!marked || fits(term, form)) return 1;
  return (form.a === term.a.code || !term.a.code) && (!term.b || form.b === term.b.code || !term.b.code) ? 0.7 : OTHER_FORM;
}

/* ---- Numbers ---- */

/* Reads "24ct/tu", "chi thi 24", "NĐ 30 năm 2020": serial, what stands before and after it, year. */
function readNumber(text, types) {
  let year = null, first = null;
  const line = fold(text).replace(/\s+/g, ' ').replace(/\bnam ((?:19|20)\d\d)\b/, (all, y) => { year = y; return ' '; });
  const letters = part => {
    const list = part.match(/\d+|[a-z]+/g) || [];
    year = year || list.find(isYear) || null;
    return list.filter(p => !/\d/.test(p));
  };
  for (const match of line.matchAll(/(^|[^a-z0-9])0*(\d{1,6})(?!\d)/g)) {
    const rest = line.slice(match.index + match[0].length), before = (line.slice(0, match.index).match(/[a-z]+/g) || []).filter(w => w !== 'so');
    const glued = letters(/^[a-z]*((?: ?[-–—\/&] ?|\.)[a-z0-9]+)*/.exec(rest)[0]).join(''), after = letters(rest);
    let type = null;
    for (let n = Math.min(5, before.length); n && !type; n--) {
      const said = before.slice(-n).join(' ');
      if (has(types, said)) type = types[said];
    }
    const read = { serial: String(+match[2]), year, type, code: before.pop() || '', glued, after, bare: !after.length && !before.length };
    if (type || glued) return read;
    first = first || read;
  }
  return first;
}

const isYear = part => /^(19|20)\d\d$/.test(part);

/* How well `number` ("24-CT/TU") answers; 0 for not at all. */
function numberScore(typed, number) {
  const parts = fold(number).match(/\d+|[a-z]+/g) || [], code = parts.filter(p => !/\d/.test(p)).join('');
  if (typed.year && parts.some(isYear) && parts.indexOf(typed.year) < 0) return 0;
  const opens = type => code.indexOf(type) === 0 || (type === 'qh' && code.indexOf(type) > 0);
  let score = typed.type ? 2 : 0;
  if (typed.type && !typed.type.some(opens)) return 0;
  if (!typed.type && typed.code.length > 1 && opens(typed.code)) score = 2;
  if (typed.glued) {
    if (code !== typed.glued && !(score && code.slice(-typed.glued.length) === typed.glued)) {
      return code.indexOf(typed.glued) === 0 ? score + 1 : 0;
    }
    return score + 4;
  }
  for (let n = Math.min(4, typed.after.length); n; n--) {
    const said = typed.after.slice(0, n).join('');
    if (code === said || (score && code === typed.code + said)) return score + 4;
    if ((said.length > 1 && opens(said)) || (score && code.slice(-said.length) === said)) return score + 2;
  }
  return score || (typed.bare ? 1 : 0);
}

/* Pages pinned for a number: its own, then those that cite it. */
function lookUp(typed, manifest) {
  if (!typed || !manifest.numbers.length) return Promise.resolve(null);
  return load(shardName('n', find(manifest.numbers, typed.serial))).then(shard => {
    let own = {}, citing = {}, best = 0, entries = (shard[typed.serial] || []).map(entry => {
      let score = numberScore(typed, entry[0]);
      best = Math.max(best, score);
      return { score, own: entry[1], citing: entry[2] };
    });
    if (!best) return null;
    entries.filter(entry => entry.score).forEach(entry => {
      gaps(entry.own).forEach(page => { own[page] = Math.max(own[page] || 0, entry.score); });
      if (entry.score === best) gaps(entry.citing).forEach(page => { citing[page] = true; });
    });
    return { own, citing };
  });
}

/* ---- Ranking ---- */

let ranked = [];

function rank(text, options) {
  let key = JSON.stringify([text, !!options.prefix]);
  for (let entry of ranked) if (entry.key === key) return entry.promise;
  let promise = open().then(manifest => score(parse(text, manifest, options.prefix), manifest));
  ranked.unshift({ key, promise });
  ranked.length = Math.min(ranked.length, 8);
  promise.catch(() => { ranked = ranked.filter(entry => entry.promise !== promise); });
  return promise;
}

function score(query, manifest) {
  const chosen = choose(query, manifest), names = new Set(chosen.map(term => term.shard));
  let phraseTerms = query.phrases.map(phrase => {
    let own = { seen: new Set(), terms: [] };
    phrase.forEach((s, i) => { if (i && s.joined) add(own, phrase[i - 1], s, 1); });
    if (!own.terms.length) phrase.forEach(s => { add(own, s, null, 1); });
    own.terms.forEach(term => names.add(term.shard = place(term, manifest)));
    return own.terms;
  });
  const spans = query.prefix ? prefixShards(query.prefix, manifest) : [];
  spans.forEach(name => names.add(name));
  names.delete(null);
  const shards = {}, loads = Array.from(names, name => load(name).then(shard => { shards[name] = shard; }));
  return Promise.all([lookUp(query.number, manifest), Promise.all(loads)]).then(([numbers]) => {
    const result = accumulate(query, chosen, spans, shards, manifest);
    result.numbers = numbers;
    return query.phrases.length ? keepPhrases(result, query.phrases, phraseTerms, shards, manifest) : finish(result);
  });
}

function prefixShards(prefix, manifest) {
  const pair = !!prefix.first, starts = pair ? manifest.pairs : manifest.syllables, list = [];
  const key = (pair ? prefix.first.folded + ' ' : '') + prefix.last.folded, from = find(starts, key);
  const to = starts.length ? Math.min(find(starts, key + '\uFFFF'), from + 2) : -1;
  for (let n = from; n <= to; n++) list.push(shardName(pair ? 'p' : 's', n));
  return list;
}

const levelsOf = (pair, manifest) => pair ? manifest.pairLevels : manifest.syllableLevels;

function accumulate(query, chosen, spans, shards, manifest) {
  let pages = manifest.pages, scores = new Float64Array(pages), cover = new Float64Array(pages);
  function apply(lists, weight, levels) {
    let best = new Map();
    lists.forEach(list => {
      decode(list.text, levels.length, (page, level) => {
        let value = levels[level] * list.likeness;
        if (page < pages && !(best.get(page) >= value)) best.set(page, value);
      });
    });
    if (!best.size) return;
    let idf = Math.log(1 + (pages - best.size + 0.5) / (best.size + 0.5)) * weight;
    best.forEach((value, page) => {
      scores[page] += idf * value;
      cover[page] += idf;
    });
  }
  chosen.forEach(term => {
    let lists = forms(shards[term.shard], term);
    lists.forEach(form => { form.likeness = likeness(term, form, query.marked); });
    apply(lists, term.weight, levelsOf(term.b, manifest));
  });
  if (query.prefix) {
    let lists = [], pair = !!query.prefix.first, start = query.prefix.last.folded;
    spans.forEach(name => {
      let shard = shards[name];
      Object.keys(shard).forEach(first => {
        if (pair && first !== query.prefix.first.folded) return;
        shard[first].split(' ').forEach(record => {
          let colon = record.indexOf(':');
          if (record.slice(0, colon).indexOf(start) !== 0) return;
          record.slice(colon + 1).split(',').forEach(form => { lists.push({ text: form.slice(pair ? 2 : 1), likeness: 1 }); });
        });
      });
    });
    apply(lists, 1, levelsOf(pair, manifest));
  }
  return { scores, cover };
}

/* Pages in order: the number's own, those that cite it, then by score, far matches left out. */
function finish(result) {
  const { own = {}, citing = {} } = result.numbers || {};
  let most = 0, top = 0, order = [], keys = new Map(), page;
  for (page = 0; page < result.scores.length; page++) {
    most = Math.max(most, result.cover[page]);
    top = Math.max(top, result.scores[page]);
  }
  for (page = 0; page < result.scores.length; page++) {
    if (result.allowed && !result.allowed.has(page)) continue;
    let pinned = own[page] ? 100 + own[page] : citing[page] ? 50 : 0;
    if (!pinned && !(result.scores[page] > 0 && result.cover[page] >= most * 0.4) && !result.allowed) continue;
    /* What a page says of more of the query beats what it says often. */
    let value = result.scores[page] * (most ? 0.6 + 0.4 * result.cover[page] / most : 1);
    keys.set(page, pinned ? pinned * (top + 1) + value : value);
    order.push(page);
  }
  order.sort((x, y) => keys.get(y) - keys.get(x) || x - y);
  result.order = order;
  result.keys = keys;
  return result;
}

/* ---- Phrases ---- */

/* So many candidates are all looked at; of more those shown. */
let LOOKED_AT = 48;

/* A page with every pair of a phrase is a candidate; its text tells whether they stand in a row. */
function keepPhrases(result, phrases, phraseTerms, shards, manifest) {
  const take = exact => {
    const sets = phrases.map((phrase, n) => candidates(phraseTerms[n], shards, manifest, exact || phrase.some(s => s.code)));
    result.allowed = sets.reduce(common);
    finish(result);
    if (phrases.every(phrase => phrase.length < 2 || (phrase.length === 2 && phrase[1].joined))) return Promise.resolve(result);
    result.verdicts = new Map();
    result.holds = blocks => phrases.every(phrase => blocks.some(block => occurs(phrase, block, exact || phrase.some(s => s.code))));
    return confirm(result, result.order, result.order.length > LOOKED_AT ? 1 : LOOKED_AT).then(order => {
      result.order = order;
      return result;
    });
  };
  /* A phrase without marks is first taken at its word. */
  return take(true).then(() => result.order.length ? result : take(false));
}

/* `order` without pages that do not hold the phrases, certain of the first `count`. */
function confirm(result, order, count) {
  if (!result.verdicts) return Promise.resolve(order);
  const verdicts = result.verdicts;
  let next = 0, sure = 0;
  const look = () => {
    if (next === order.length || sure >= count) return null;
    const page = order[next++];
    /* What cannot be read keeps the benefit of the doubt. */
    const known = verdicts.has(page) ? Promise.resolve(verdicts.get(page)) : open().then(manifest => rows([page], manifest))
      .then(([row]) => textOf(row[0]).then(blocks => result.holds(blocks.map(b => b[1]).concat(row[2]).map(split)))).catch(() => true);
    return known.then(holds => {
      verdicts.set(page, holds);
      if (holds) sure++;
      return look();
    });
  };
  return Promise.all([0, 1, 2, 3, 4, 5].map(look)).then(() => order.filter(page => verdicts.get(page) !== false));
}

const candidates = (terms, shards, manifest, exact) => terms.map(term => {
  const pages = new Set();
  forms(shards[term.shard] || {}, term).filter(form => !exact || fits(term, form))
    .forEach(form => decode(form.text, levelsOf(term.b, manifest).length, page => pages.add(page)));
  return pages;
}).reduce(common);

function occurs(phrase, list, exact) {
  const form = exact ? 'exact' : 'folded';
  return list.some((s, at) => phrase.every((p, k) => {
    const own = list[at + k];
    return own && own[form] === p[form] && (!k || own.joined === p.joined);
  }));
}

/* ---- Pages ---- */

function rows(pages, manifest) {
  return Promise.all(pages.map(page => load(shardName('d', Math.floor(page / manifest.rows))).then(list => list[page % manifest.rows])));
}

/* A page as [anchor, text] blocks. */
const textOf = url => open().then(() => load('t/' + url.replace(/\.html$/, '')));

/* ---- Filters ---- */

/* The pages that pass `filters` but for the facet `except`; null where nothing is filtered. */
function passing(filters, except) {
  const names = Object.keys(filters || {}).filter(name => name !== except && [].concat(filters[name]).length);
  return Promise.all(names.map(name => load('f/' + name).then(column =>
    new Set([].concat(filters[name]).flatMap(value => has(column, value) ? gaps(column[value]) : []))
  ))).then(sets => sets.length ? sets.reduce(common) : null);
}

const common = (one, other) => new Set(Array.from(one).filter(page => other.has(page)));

function matching(text, options) {
  return open().then(manifest => {
    const empty = !String(text).trim();
    const all = { order: Array.from({ length: manifest.pages }, (v, page) => page), keys: new Map() };
    return Promise.all([empty ? all : rank(String(text), options), passing(options.filters), manifest]);
  });
}

/* ---- The interface ---- */

let sohieu = window.sohieu = window.sohieu || {};

/* What every query needs, before the first key. */
sohieu.prepare = open;

sohieu.search = (text, options) => {
  options = options || {};
  return matching(text, options).then(([result, allowed, manifest]) => {
    const order = allowed ? result.order.filter(page => allowed.has(page)) : result.order;
    const from = options.offset || 0, to = from + (options.limit === undefined ? 10 : options.limit);
    const sorted = options.sort === 'date' ? byDate(order) : from < 10 ? namedFirst(text, order, manifest) : Promise.resolve(order);
    return sorted.then(order => confirm(result, order, to)).then(order => {
      const pages = order.slice(from, to), atMost = !!result.verdicts && order.some(page => !result.verdicts.has(page));
      return rows(pages, manifest).then(list => ({
        total: order.length, atMost,
        results: list.map(([url, title, number, kind, date, excerpt], n) => (
          { url, title, number, kind, date, excerpt, score: result.keys.get(pages[n]) || 0 }
        ))
      }));
    });
  });
};

/* Of the best pages, one that is called just what was typed comes first. */
function namedFirst(text, order, manifest) {
  const said = split(String(text)), form = said.some(s => s.code) ? 'exact' : 'folded', best = order.slice(0, 10);
  return rows(best, manifest).then(list => {
    const named = best.filter((page, n) => words(split(list[n][1]), form) === words(said, form));
    return named.concat(order.filter(page => !named.includes(page)));
  });
}

function byDate(order) {
  return load('f/date').then(column => {
    const date = page => [0, 1, 2].reduce((sum, k) => sum * 89 + digits[column.dates.charCodeAt(page * 3 + k)], 0);
    return order.slice().sort((x, y) => date(y) - date(x) || x - y);
  });
}

/* For search-*.js. */
sohieu.parts = { split, fold, load, open, place, forms, gaps, textOf, matching, passing };
})();
