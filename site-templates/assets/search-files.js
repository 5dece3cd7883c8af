// The files under search/: loading them over http and from a disk, and what is written in them (docs/search-index.md).
(function () {
'use strict';

const sohieu = window.sohieu, parts = sohieu.parts;
const base = (document.documentElement.getAttribute('data-root') || '') + 'search/';
const onDisk = location.protocol === 'file:';
const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);

// ---- Deflated JSON ----

// Where the browser has no DecompressionStream (before 2023): RFC 1951, plainly.
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function huffman(lengths) {
  const counts = new Array(16).fill(0), next = [], symbols = new Map();
  lengths.forEach(length => { counts[length]++; });
  counts[0] = 0;
  for (let bits = 1, code = 0; bits < 16; bits++) next[bits] = code = (code + counts[bits - 1]) << 1;
  lengths.forEach((length, symbol) => { if (length) symbols.set(length << 16 | next[length]++, symbol); });
  return symbols;
}

function inflate(bytes) {
  const out = [];
  let at = 16, isLast = false;
  const bit = () => (bytes[at >> 3] >> (at++ & 7)) & 1;
  const number = count => { let value = 0; for (let k = 0; k < count; k++) value |= bit() << k; return value; };
  const symbol = table => {
    for (let length = 1, code = 0; length < 16; length++) {
      code = code << 1 | bit();
      const found = table.get(length << 16 | code);
      if (found !== undefined) return found;
    }
    throw new Error('inflate');
  };
  while (!isLast) {
    isLast = bit() === 1;
    const kind = number(2);
    if (kind === 0) {
      at = (at + 7) & ~7;
      const length = number(16);
      at += 16;
      for (let k = 0; k < length; k++, at += 8) out.push(bytes[at >> 3]);
      continue;
    }
    let literals, distances;
    if (kind === 1) {
      literals = huffman(Array.from({ length: 288 }, (v, k) => (k < 144 ? 8 : k < 256 ? 9 : k < 280 ? 7 : 8)));
      distances = huffman(new Array(30).fill(5));
    } else {
      const counts = [number(5) + 257, number(5) + 1, number(4) + 4], code = new Array(19).fill(0), lengths = [];
      for (let k = 0; k < counts[2]; k++) code[ORDER[k]] = number(3);
      const table = huffman(code);
      while (lengths.length < counts[0] + counts[1]) {
        const s = symbol(table);
        if (s < 16) lengths.push(s);
        else for (let k = [() => 3 + number(2), () => 3 + number(3), () => 11 + number(7)][s - 16](), v = s === 16 ? lengths[lengths.length - 1] : 0; k > 0; k--) lengths.push(v);
      }
      literals = huffman(lengths.slice(0, counts[0]));
      distances = huffman(lengths.slice(counts[0]));
    }
    for (let s = symbol(literals); s !== 256; s = symbol(literals)) {
      if (s < 256) { out.push(s); continue; }
      const l = s - 257, length = LENGTHS[l] + number(l < 8 || l === 28 ? 0 : (l >> 2) - 1);
      const d = symbol(distances), distance = DISTANCES[d] + number(d < 4 ? 0 : (d >> 1) - 1);
      for (let k = 0; k < length; k++) out.push(out[out.length - distance]);
    }
  }
  return new Uint8Array(out);
}

function unpack(bytes) {
  if (typeof DecompressionStream !== 'function') return Promise.resolve(JSON.parse(new TextDecoder().decode(inflate(bytes))));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
}

// ---- Loading ----

const files = new Map(), waiting = {};
let version = '', scripts = false;

// Scripts under search/ call this with their name and, deflated and in base64, their JSON.
window.sohieuShard = (name, value) => {
  if (waiting[name]) waiting[name](unpack(Uint8Array.from(atob(value), c => c.charCodeAt(0))));
};

// The content of a file, asked for once. `reader` is who wants it; a file that is only wanted by readers who have left is
// not waited for.
function load(name, reader) {
  let file = files.get(name);
  if (!file) {
    const controller = new AbortController();
    file = { readers: new Set(), controller, isDone: false };
    file.promise = request(name, controller.signal).then(value => {
      file.isDone = true;
      return name === 'manifest' ? prepare(value) : /^[ps]\//.test(name) ? index(value) : value;
    });
    files.set(name, file);
    file.promise.catch(() => { if (files.get(name) === file) files.delete(name); });
  }
  file.readers.add(reader || null);
  return file.promise;
}

// `reader` has no more use for what it asked for.
function leave(reader) {
  files.forEach((file, name) => {
    if (file.isDone || !file.readers.delete(reader) || file.readers.size) return;
    files.delete(name);
    file.controller.abort();
  });
}

const open = () => load('manifest');

function request(name, signal) {
  const query = version ? '?v=' + version : '';
  if (!onDisk && !(scripts && name.slice(0, 2) === 't/')) {
    return fetch(base + name + '.bin' + query, { cache: query ? 'default' : 'no-cache', signal }).then(response => {
      if (!response.ok) throw new Error(name + ': ' + response.status);
      return response.arrayBuffer().then(buffer => unpack(new Uint8Array(buffer)));
    });
  }
  return new Promise((resolve, reject) => {
    const script = document.createElement('script'), done = (act, value) => {
      delete waiting[name];
      script.remove();
      act(value);
    };
    waiting[name] = value => { done(resolve, value); };
    script.onerror = () => { done(reject, new Error(name)); };
    signal.addEventListener('abort', () => { done(reject, new Error(name)); });
    script.src = base + name + '.js' + query;
    document.head.appendChild(script);
  });
}

const fileName = (folder, number) => folder + '/' + (number >> 6) + '/' + number;

// The file that would hold `key`.
function find(starts, key) {
  let low = 0, high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= key) low = middle; else high = middle - 1;
  }
  return low;
}

function prepare(manifest) {
  version = manifest.version;
  scripts = manifest.twins;
  ['pairs', 'syllables', 'numbers', 'places'].forEach(key => {
    manifest[key] = manifest[key] ? manifest[key].split(',') : [];
  });
  // How the length of each page norms a frequency.
  const lengths = Array.from(manifest.lengths, digit => Math.pow(STEP, digits[digit.charCodeAt(0)]));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  manifest.norms = lengths.map(length => SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / average));
  manifest.placeNames = new Map(manifest.places.map(name => [parts.words(parts.split(name)), name]));
  manifest.sameAs = new Map();
  manifest.synonyms.forEach(group => group.forEach(from => {
    const key = parts.words(parts.split(from)), others = group.filter(to => to !== from);
    manifest.sameAs.set(key, (manifest.sameAs.get(key) || []).concat(others));
  }));
  // What a page is, by its number.
  manifest.kindOf = new Array(manifest.pages).fill('');
  Object.keys(manifest.kinds).forEach(kind => {
    let next = 0;
    const numbers = read(manifest.kinds[kind]);
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      next += numbers[i];
      for (let k = numbers[i + 1]; k >= 0; k--) manifest.kindOf[next++] = kind;
    }
  });
  return manifest;
}

// ---- Postings ----

const ALPHABET = '!#$%&()*+-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
const digits = new Uint8Array(128);
for (let d = 0; d < ALPHABET.length; d++) digits[ALPHABET.charCodeAt(d)] = d;

// The numbers of `text`, one after another.
function read(text) {
  const numbers = [];
  for (let at = 0; at < text.length;) {
    let value = digits[text.charCodeAt(at++)];
    const more = value < 40 ? 0 : value < 69 ? 1 : value < 87 ? 2 : value - 84;
    if (more) {
      value = more < 3 ? value - (more === 1 ? 40 : 69) : 0;
      for (let k = 0; k < more; k++) value = value * 89 + digits[text.charCodeAt(at++)];
      value += [40, 2621, 145199, 850168][more - 1];
    }
    numbers.push(value);
  }
  return numbers;
}

// Ascending pages, written as how many are left out before each.
function gaps(text) {
  let page = -1;
  return read(text).map(value => { page += value + 1; return page; });
}

// How many numbers `text` holds.
function countOf(text) {
  let numbers = 0;
  for (let at = 0; at < text.length; numbers++) {
    const value = digits[text.charCodeAt(at)];
    at += value < 40 ? 1 : value < 69 ? 2 : value < 87 ? 3 : value - 83;
  }
  return numbers;
}

// BM25: how soon a term that stands often says no more, and how much a long page counts for that.
const STEP = 1.14, SATURATION = 1, LENGTH_SHARE = 0.4;

// A file of postings: key → records, each a Map of the name of a record to its marked forms {a, b, pages, frequencies};
// read when they are asked for.
function index([records, frequencies]) {
  const codes = records[0] === '' ? 1 : 2, keys = new Map();
  for (let k = 0, at = 0; k < records.length; k += 2) {
    const names = new Map();
    records[k + 1].split(' ').forEach(record => {
      const colon = record.indexOf(':');
      names.set(record.slice(0, colon), record.slice(colon + 1).split(',').map(form => {
        const text = form.slice(codes), from = at;
        at += countOf(text);
        return { a: digits[form.charCodeAt(0)], b: codes > 1 ? digits[form.charCodeAt(1)] : 0, text, size: at - from, from, frequencies };
      }));
    });
    keys.set(records[k], names);
  }
  return keys;
}

// visit(page, impact) for each posting of a form: BM25 without the part that depends on the query.
function decode(form, norms, visit) {
  gaps(form.text).forEach((page, n) => {
    const frequency = digits[form.frequencies.charCodeAt(form.from + n)] + 1;
    visit(page, frequency * (SATURATION + 1) / (frequency + (norms[page] || SATURATION)));
  });
}

// Where a term is filed: the file, the key and the name of its record. `b` is null for a syllable alone.
function place(term, manifest) {
  const { a, b } = term, starts = b ? manifest.pairs : manifest.syllables;
  if (!starts.length) return null;
  const isFirst = !b || parts.leads(a.folded, b.folded), lead = isFirst ? a.folded : b.folded;
  const record = !b ? lead : isFirst ? b.folded : '-' + a.folded;
  return { file: fileName(b ? 'p' : 's', find(starts, b ? lead + ' ' + record : lead)), key: b ? lead : '', record };
}

// The marked forms of a term in its file.
const forms = (file, where) => (file && file.has(where.key) && file.get(where.key).get(where.record)) || [];

// Rows of the results, by page.
const rows = (pages, manifest) => Promise.all(pages.map(page =>
  load(fileName('d', Math.floor(page / manifest.rows))).then(list => {
    const [url, title, number, kind, date, where, text] = list[page % manifest.rows];
    textFiles.set(url, { page, file: fileName('t', text) });
    return { url, title, number, kind, date, place: where };
  })));

const textFiles = new Map();

// A page that was a result, as [anchor, text] blocks.
const textOf = url => {
  const known = textFiles.get(url);
  return known ? load(known.file).then(file => file[known.page]) : Promise.reject(new Error(url));
};

// A page's date as a number that grows with it, 0 for none.
const dateOf = (column, page) => [0, 1, 2].reduce((sum, k) => sum * 89 + digits[column.dates.charCodeAt(page * 3 + k)], 0);

Object.assign(parts, { has, load, leave, open, find, fileName, decode, gaps, place, forms, rows, textOf, dateOf, digits, inflate });
})();
