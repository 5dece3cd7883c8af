// The search as programs and the search page use it: docs/search-index.md.
(function () {
'use strict';

const sohieu = window.sohieu;
const { split, words, load, open, rows, dateOf, rank, confirm, passing } = sohieu.parts;

// What every query needs, before the first key.
sohieu.prepare = open;

// Every page in order that answers `text` under the filters: {result, order, manifest, corrected}.
function matching(text, options) {
  text = String(text);
  return open().then(manifest => {
    if (!text.trim()) {
      const all = Array.from({ length: manifest.pages }, (v, page) => page).filter(page => manifest.kindOf[page] !== 'missing');
      return { result: { order: all, keys: new Map(), absent: [] }, manifest };
    }
    return rank(text, options).then(result => {
      // Nothing stands here as typed: what was probably meant is shown, and said.
      const isHopeless = result.isWeak && !result.numbers && !options.exact && !result.query.phrases.length && sohieu.suggest;
      return (isHopeless ? sohieu.suggest(text).catch(() => null) : Promise.resolve(null)).then(other => (
        other ? rank(other, options).then(better => ({ result: better, manifest, corrected: other })) : { result, manifest }
      ));
    });
  }).then(found => passing(options.filters).then(allowed => Object.assign(found, {
    order: allowed ? found.result.order.filter(page => allowed.has(page)) : found.result.order
  })));
}

sohieu.search = (text, options) => {
  options = options || {};
  return matching(text, options).then(({ result, order, manifest, corrected }) => {
    const from = options.offset || 0, to = from + (options.limit === undefined ? 10 : options.limit);
    const sorted = options.sort === 'date' ? byDate(order) : from < 10 && to > 0 ? namedFirst(corrected || text, order, result, manifest) : Promise.resolve(order);
    return sorted.then(list => confirm(result, list, to)).then(list => {
      const pages = list.slice(from, to), atMost = !!result.verdicts && list.some(page => !result.verdicts.has(page));
      const shown = rows(pages, manifest), excerpts = options.excerpts ? shown.then(found => Promise.all(found.map(row => excerptOf(row, corrected || text)))) : [];
      return Promise.all([shown, missing(result, manifest), excerpts]).then(([found, lacks, said]) => ({
        total: list.length, atMost, corrected: corrected || null, missing: lacks, absentPlaces: result.absent,
        results: found.map((row, n) => Object.assign({}, row, { excerpt: said[n] || '', score: result.keys.get(pages[n]) || 0 }))
      }));
    });
  });
};

const excerptOf = (row, text) => sohieu.excerpt(row.url, text).then(found => found.text, () => '');

// The document that was asked for and is not in the collection: its number, date and places as far as they were said, and
// the address of the page that tells who cites it.
function missing(result, manifest) {
  const lacks = result.numbers && result.numbers.missing;
  if (!lacks) return Promise.resolve(null);
  const { number, date, places, page } = lacks;
  return (page < 0 ? Promise.resolve([]) : rows([page], manifest)).then(([row]) => ({
    number, date: date ? date.slice().reverse().join('/') : '', places, url: row ? row.url : null
  }));
}

// Of the best pages, those that are called just what was typed come first: a place before all others, a list after them.
function namedFirst(text, order, result, manifest) {
  const said = split(String(text)), form = said.some(s => s.code) ? 'exact' : 'folded', name = words(said, form);
  const rankOf = { place: 0, issuer: 2, topic: 2 };
  // Lists say so little that they come late by what they say; those that say all of the query may be what it names.
  const lists = order.slice(10).filter(page => rankOf[manifest.kindOf[page]] !== undefined && result.cover && result.cover[page] >= result.most * 0.95);
  const best = order.slice(0, 10).concat(lists.slice(0, 6));
  // A place is listed with the word for what it is: "Tỉnh Thái Nguyên".
  const isNamed = row => {
    const title = words(split(row.title), form);
    return title === name || (row.kind === 'place' && title.slice(-name.length - 1) === ' ' + name);
  };
  return rows(best, manifest).then(list => {
    const ranks = new Map(best.map((page, n) => [page, isNamed(list[n]) ? rankOf[list[n].kind] === undefined ? 1 : rankOf[list[n].kind] : 3]));
    const named = best.filter(page => ranks.get(page) < 3).sort((x, y) => ranks.get(x) - ranks.get(y));
    return named.concat(order.filter(page => named.indexOf(page) < 0));
  });
}

const byDate = order => load('f/date').then(column => order.slice().sort((x, y) => dateOf(column, y) - dateOf(column, x) || x - y));

sohieu.parts.matching = matching;
})();
