// Scoring pages: BM25 over syllables and pairs, numbers pinned, phrases checked against the texts of pages.
(function () {
'use strict';

const { load, leave, open, place, forms, decode, gaps, has, split, textOf, rows, readQuery, addTerm, chooseTerms, prefixFiles, SYNONYM, lookUp } = window.sohieu.parts;

// What a form counts whose marks are not those typed, and one whose marks were left out in a query that has some.
const OTHER_FORM = 0.4, LEFT_OUT = 0.7;
// How much more a page counts that is of the kind, or of the type of document, that the query opens with.
const ASKED_KIND = 1.4;
// Lists and documents that are not here say little: they come first when they are called by name.
const KIND_FACTORS = { place: 0.5, issuer: 0.5, topic: 0.5, missing: 0.6 };
// Pages that hold less of the query than this share of the best one are far matches, beyond the first so many.
const FAR = 0.4, SURE = 10;

const fits = (term, form) => form.a === term.a.code && (!term.b || form.b === term.b.code);
const mayFit = (term, form) => (form.a === term.a.code || !term.a.code) && (!term.b || form.b === term.b.code || !term.b.code);

// How much a marked form counts for what was typed: marks typed are respected, marks left out forgiven.
const likeness = (term, form, isMarked) => (!isMarked || fits(term, form) ? 1 : mayFit(term, form) ? LEFT_OUT : OTHER_FORM);

let ranked = [];
const latest = new WeakMap();

// Pages in order for a query: {order, keys, numbers, absent, isWeak, …}; the last few answers are kept.
function rank(text, options) {
  const key = JSON.stringify([text, !!options.prefix]), known = ranked.find(entry => entry.key === key);
  if (known) return known.promise;
  const entry = { key }, forget = stale => { ranked = ranked.filter(e => e !== stale); };
  // What was typed before in the same box no longer matters.
  if (options.instead) {
    const stale = latest.get(options.instead);
    latest.set(options.instead, entry);
    if (stale && !stale.isDone) {
      forget(stale);
      leave(stale);
    }
  }
  entry.promise = open().then(manifest => score(readQuery(text, manifest, options.prefix), manifest, entry)).then(result => {
    entry.isDone = true;
    return result;
  });
  ranked = [entry].concat(ranked.slice(0, 7));
  entry.promise.catch(() => { forget(entry); });
  return entry.promise;
}

function score(query, manifest, reader) {
  const chosen = chooseTerms(query, manifest), names = new Set(chosen.map(term => term.where.file));
  const phraseTerms = query.phrases.map(phrase => {
    const own = { seen: new Set(), terms: [] };
    phrase.forEach((s, i) => { if (i && s.joined) addTerm(own, phrase[i - 1], s, 1); });
    if (!own.terms.length) phrase.forEach(s => { addTerm(own, s, null, 1); });
    own.terms.forEach(term => {
      term.where = place(term, manifest);
      if (term.where) names.add(term.where.file);
    });
    return own.terms;
  });
  const spans = query.prefix ? prefixFiles(query.prefix, manifest) : [];
  spans.forEach(name => names.add(name));
  const files = {}, loads = Array.from(names, name => load(name, reader).then(file => { files[name] = file; }));
  const types = query.type && !query.number && manifest.facets.indexOf('type') >= 0 ? load('f/type', reader) : null;
  return Promise.all([lookUp(query.number, manifest, reader), types, Promise.all(loads)]).then(([numbers, typed]) => {
    const result = Object.assign(accumulate(query, chosen, spans, files, manifest), { query, numbers });
    const ofType = typed && Object.keys(typed).find(type => window.sohieu.parts.fold(type) === query.type);
    result.factor = factors(query, manifest, ofType ? new Set(gaps(typed[ofType])) : null);
    return query.phrases.length ? keepPhrases(result, query.phrases, phraseTerms, files) : finish(result);
  });
}

function factors(query, manifest, ofType) {
  return page => {
    const kind = manifest.kindOf[page];
    return (KIND_FACTORS[kind] || 1) * (query.kind && kind === query.kind || ofType && ofType.has(page) ? ASKED_KIND : 1);
  };
}

function accumulate(query, chosen, spans, files, manifest) {
  const { pages } = manifest, scores = new Float64Array(pages), cover = new Float64Array(pages), isLike = new Uint8Array(pages);
  const apply = (lists, weight) => {
    const best = new Map();
    lists.forEach(({ form, likeness: like }) => {
      decode(form, manifest.norms, (page, impact) => {
        const value = impact * like;
        if (page >= pages) return;
        if (like >= LEFT_OUT) isLike[page] = 1;
        if (!(best.get(page) >= value)) best.set(page, value);
      });
    });
    const idf = Math.log(1 + (pages - best.size + 0.5) / (best.size + 0.5));
    best.forEach((value, page) => {
      scores[page] += idf * weight * value;
      cover[page] += idf * weight;
    });
    return { best, idf, weight };
  };
  let pairs = 0, held = 0, alone = 0;
  const found = new Map();
  const asTyped = (term, form) => !query.marked || fits(term, form);
  const absent = new Set(query.places);
  chosen.forEach(term => {
    const lists = forms(files[term.where.file], term.where).map(form => ({ form, likeness: likeness(term, form, query.marked) }));
    found.set(term.key, apply(lists, term.weight));
    if (!term.weight) return;
    const isHeld = lists.some(({ form }) => asTyped(term, form));
    if (term.b) pairs++; else if (isHeld) alone++;
    if (term.b && isHeld) held++;
    if (term.isPlace && lists.length) query.places.forEach(name => { if (split(name).some((s, n, all) => n && all[n - 1].folded === term.a.folded && s.folded === term.b.folded)) absent.delete(name); });
  });
  query.synonyms.forEach(synonym => { addSynonym(synonym, found, scores, cover); });
  if (query.prefix) spans.forEach(name => { completions(files[name], query.prefix, lists => apply(lists, 1)); });
  // Nothing stands in the collection as it was typed: not one pair, or not the only word.
  const isWeak = query.prefix ? false : pairs ? !held : !alone;
  return { scores, cover, isLike, absent: Array.from(absent), isWeak };
}

// A page that has a synonym counts as if it had what was typed, at a lower weight.
function addSynonym({ span, terms }, found, scores, cover) {
  const said = span.map(key => found.get(key)).filter(Boolean), own = terms.map(key => found.get(key));
  if (!said.length || own.some(term => !term)) return;
  const worth = said.reduce((sum, term) => sum + term.idf * (term.weight || 1), 0) * SYNONYM;
  own[0].best.forEach((value, page) => {
    const least = own.reduce((min, term) => Math.min(min, term.best.get(page) || 0), value);
    const held = said.reduce((sum, term) => sum + (term.best.has(page) ? term.idf * term.weight : 0), 0);
    if (!least || held >= worth) return;
    scores[page] += worth * least - said.reduce((sum, term) => sum + (term.best.get(page) || 0) * term.idf * term.weight, 0);
    cover[page] += worth - held;
  });
}

// The lists of what an unfinished last word may become.
function completions(file, { first, last }, apply) {
  const lists = [], take = (records, isWanted) => records.forEach((own, name) => {
    if (isWanted(name)) own.forEach(form => { lists.push({ form, likeness: 1 }); });
  });
  file.forEach((records, lead) => {
    if (!first || lead === first.folded) take(records, name => name.indexOf(last.folded) === 0);
    else if (lead.indexOf(last.folded) === 0) take(records, name => name === '-' + first.folded);
  });
  if (lists.length) apply(lists);
}

// Pages in order: the number's own, others of that number, those that cite it, then by score, far matches left out.
function finish(result) {
  const { own = new Map(), others = [], citing = new Set() } = result.numbers || {};
  const { scores, cover, isLike, factor } = result, order = [], keys = new Map(), pages = scores.length;
  let most = 0, top = 0;
  for (let page = 0; page < pages; page++) {
    most = Math.max(most, cover[page]);
    top = Math.max(top, scores[page]);
  }
  for (let page = 0; page < pages; page++) {
    if (result.allowed && !result.allowed.has(page)) continue;
    const at = others.indexOf(page);
    const pinned = own.has(page) ? 200 + own.get(page) : at >= 0 ? 150 - at * 0.01 : citing.has(page) ? 50 : 0;
    // A page that has none of the words but with other marks is no answer.
    if (!pinned && !result.allowed && !(scores[page] > 0 && isLike[page])) continue;
    // What a page says of more of the query beats what it says often.
    const value = scores[page] * (most ? 0.6 + 0.4 * cover[page] / most : 1) * factor(page);
    keys.set(page, pinned ? pinned * (top * 2 + 1) + value : value);
    order.push(page);
  }
  order.sort((x, y) => keys.get(y) - keys.get(x) || x - y);
  result.order = result.allowed ? order
    : order.filter((page, n) => n < SURE || cover[page] >= most * FAR || own.has(page) || citing.has(page) || others.indexOf(page) >= 0);
  result.keys = keys;
  result.most = most;
  return result;
}

// ---- Phrases ----

// So many candidates are all looked at; of more those shown.
const LOOKED_AT = 48;

// A page with every pair of a phrase is a candidate; its text tells whether they stand in a row.
function keepPhrases(result, phrases, phraseTerms, files) {
  const take = isExact => {
    const sets = phrases.map((phrase, n) => candidates(phraseTerms[n], files, isExact || phrase.some(s => s.code)));
    result.allowed = sets.reduce(common);
    finish(result);
    result.verdicts = new Map();
    result.holds = blocks => phrases.every(phrase => blocks.some(block => occurs(phrase, block, isExact || phrase.some(s => s.code))));
    return confirm(result, result.order, result.order.length > LOOKED_AT ? 1 : LOOKED_AT).then(order => {
      result.order = order;
      return result;
    });
  };
  // A phrase without marks is first taken at its word.
  return take(true).then(() => (result.order.length ? result : take(false)));
}

// `order` without pages that do not hold the phrases, certain of the first `count`.
function confirm(result, order, count) {
  if (!result.verdicts) return Promise.resolve(order);
  const { verdicts } = result;
  let next = 0, sure = 0;
  const look = () => {
    if (next === order.length || sure >= count) return null;
    const page = order[next++];
    // What cannot be read keeps the benefit of the doubt.
    const known = verdicts.has(page) ? Promise.resolve(verdicts.get(page)) : open().then(manifest => rows([page], manifest))
      .then(([row]) => textOf(row.url).then(blocks => result.holds(blocks.map(b => b[1]).concat(row.number).map(split)))).catch(() => true);
    return known.then(holds => {
      verdicts.set(page, holds);
      if (holds) sure++;
      return look();
    });
  };
  return Promise.all([0, 1, 2, 3, 4, 5].map(look)).then(() => order.filter(page => verdicts.get(page) !== false));
}

const candidates = (terms, files, isExact) => terms.map(term => {
  const pages = new Set();
  (term.where ? forms(files[term.where.file], term.where) : []).filter(form => !isExact || fits(term, form))
    .forEach(form => { gaps(form.text).forEach(page => { pages.add(page); }); });
  return pages;
}).reduce(common);

function occurs(phrase, list, isExact) {
  const form = isExact ? 'exact' : 'folded';
  return list.some((s, at) => phrase.every((p, k) => {
    const own = list[at + k];
    return own && own[form] === p[form] && (!k || own.joined === p.joined);
  }));
}

// ---- Filters ----

// The pages that pass `filters` but for the facet `except`; null where nothing is filtered. A facet the site lacks passes
// nothing.
function passing(filters, except) {
  const names = Object.keys(filters || {}).filter(name => name !== except && [].concat(filters[name]).length);
  return open().then(manifest => Promise.all(names.map(name => (manifest.facets.indexOf(name) < 0 ? new Set() : load('f/' + name).then(column =>
    new Set([].concat(filters[name]).flatMap(value => (has(column, value) ? gaps(column[value]) : [])))
  ))))).then(sets => (sets.length ? sets.reduce(common) : null));
}

const common = (one, other) => new Set(Array.from(one).filter(page => other.has(page)));

Object.assign(window.sohieu.parts, { rank, confirm, passing, mayFit });
})();
