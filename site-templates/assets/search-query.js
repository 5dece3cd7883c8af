// Reading a query: its terms with their weights, phrases, the number of a document, a kind of page, places.
(function () {
'use strict';

const { split, words, has, readNumber } = window.sohieu.parts;

const SYLLABLE_WEIGHT = 0.8, LAW_NAME = 0.25, PLACE = 1.5, ORDINAL = 3, KIND_WORD = 0.2;
const NUMERALS = { nhat: 1, hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 };

function readQuery(text, manifest, prefix) {
  text = String(text).slice(0, 1000);
  const query = { terms: [], synonyms: [], phrases: [], seen: new Set(), prefix: null, kind: '', type: '', places: [] };
  const plain = text.replace(/["“”«»]([^"“”«»]+)["“”«»]/g, (all, phrase) => {
    const list = split(phrase);
    if (list.length) query.phrases.push(list);
    return ' \u0001' + phrase + '\u0001 ';
  });
  const list = query.list = split(plain).slice(0, 64);
  query.marked = list.some(s => s.code);
  readPlaces(query, list, manifest);
  query.number = readNumber(plain, manifest, query.places);
  readKind(query, list, manifest);
  list.forEach(nameLaw);
  const last = list.length - 1;
  if (prefix && last >= 0 && /[^\s\u0001.,;:!?]$/.test(plain)) query.prefix = { first: list[last].joined ? list[last - 1] : null, last: list[last] };
  if (query.prefix) list.pop();
  addTerms(query, list, 1);
  for (let from = 0; from < list.length; from++) {
    for (let size = 1; size <= 10 && !list[from].isNumber && from + size <= list.length; size++) {
      const span = list.slice(from, from + size);
      (manifest.sameAs.get(words(span)) || []).forEach(other => { query.synonyms.push({ span: termsOf(query, span), terms: termsOf(query, split(other)) }); });
    }
  }
  return query;
}

// The terms of a stretch of syllables: its pairs, or its only syllable. Those of a synonym count through it alone.
function termsOf(query, list) {
  const pairs = list.slice(1).map((s, i) => [list[i], s]).filter(([, b]) => b.joined), keys = pairs.length ? pairs : [[list[0], null]];
  return keys.map(([a, b]) => {
    add(query, a, b, 0);
    return a.folded + (b ? ' ' + b.folded : '');
  });
}

// Names of places, the longest first.
function readPlaces(query, list, manifest) {
  for (let from = 0; from < list.length; from++) {
    for (let size = Math.min(4, list.length - from); size > 1; size--) {
      const said = list.slice(from, from + size), name = manifest.placeNames.get(words(said));
      if (!name) continue;
      // "hòa bình" typed with marks that are not the place's means no place.
      if (query.marked && words(split(name), 'exact') !== words(said, 'exact') && said.some(s => s.code)) continue;
      query.places.push(name);
      said.forEach((s, n) => { s.weight = PLACE; s.isPlace = n > 0; });
      from += size - 1;
      break;
    }
  }
}

// "bài học 3 …", "mô hình …", "chỉ thị …": what kind of page is asked for, and which of them.
function readKind(query, list, manifest) {
  for (let size = Math.min(6, list.length); size; size--) {
    const said = words(list.slice(0, size));
    if (size === list.length) continue;
    if (has(manifest.kindWords, said)) query.kind = manifest.kindWords[said];
    else if (has(manifest.types, said)) query.type = said;
    else continue;
    if (query.kind) list.slice(0, size).forEach(s => { s.weight = KIND_WORD; });
    let at = size;
    if (list[at] && (list[at].folded === 'so' || list[at].folded === 'thu')) at++;
    const numeral = list[at] && (/^0*[1-9]\d?$/.test(list[at].folded) ? +list[at].folded : at > size && NUMERALS[list[at].folded]);
    if (query.kind && numeral) {
      query.ordinal = numeral;
      add(query, list[size - 1], { exact: String(numeral), folded: String(numeral), code: 0 }, ORDINAL);
    }
    return;
  }
}

const isYear = text => /^(19|20)\d\d$/.test(text);

// "Theo Bộ luật Dân sự 2015": a law's name and year say where to look more than for what.
function nameLaw(s, from, list) {
  const end = list.findIndex((t, n) => n > from && (!t.joined || isYear(t.folded)));
  if (s.folded === 'luat' && end > 0 && end < from + 12 && list[end].joined) list.slice(from, end + 1).forEach(t => { t.weight = LAW_NAME; });
}

// Of a number only serial and type count as words: who asks for 4-CT/TU does not mean 24-CT/TU.
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
  const key = a.folded + (b ? ' ' + b.folded : '');
  if (query.seen.has(key)) return;
  query.seen.add(key);
  const own = [a.weight || 1, b ? b.weight || 1 : a.weight || 1];
  weight *= b ? (b.isPlace ? b.weight : Math.min(1, own[0], own[1])) : Math.min(1, own[0]);
  query.terms.push({ key, a, b, weight, order: query.terms.length, isPlace: !!(b && b.isPlace) });
}

Object.assign(window.sohieu.parts, { readQuery, addTerm: add });
})();
