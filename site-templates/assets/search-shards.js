// Choosing the files a query reads: those that tell pages apart best, and no more than a slow line bears.
(function () {
'use strict';

const { digits, find, fileName, leads, place, utf8 } = window.sohieu.parts;

// The requests of a query: ten, fourteen on sites of more than so many pages. The manifest is one, and ten results may lie in
// ten files.
const SMALL = 3000, RESULTS = 10, FEWEST = 3, MOST = 7;
// What a term counts that is read for a synonym.
const SYNONYM = 0.6;
// How likely a term that is not known to be common stands in the index at all.
const LIKELY = 0.7;
// What a syllable alone promises beside a pair: most of what it says its pairs say too.
const ALONE = 0.3;

// 0 for a term that is probably rare, to 3 for the most common.
function level(sketch, key) {
  const bytes = utf8(key);
  let hash = 0x811C9DC5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes.charCodeAt(i), 0x01000193);
  const other = Math.imul((hash >>> 16) | (hash << 16), 0x01000193);
  const cell = h => {
    const n = h % sketch.cells;
    return (digits[sketch.levels.charCodeAt(Math.floor(n / 3))] >> (n % 3 * 2)) & 3;
  };
  return Math.min(cell(hash >>> 0), cell(other >>> 0));
}

// What a term of a level is about worth: how many pages lack it for one that has it, in a measure that prefers the rare.
function worth(term, manifest) {
  const pages = Math.max(manifest.pages, 32), found = level(manifest.sketch, term.key);
  const typical = [Math.min(4, pages / 8), Math.max(16, Math.sqrt(pages / 2)), pages / 11, pages / 2.5][found];
  return (term.weight || SYNONYM) * (term.b ? 1 : ALONE) * Math.pow(Math.log(1 + pages / typical), 1.5) * (found ? 1 : LIKELY);
}

// How many files of postings a query may read.
function filesOfPostings(manifest) {
  const isSmall = manifest.pages <= SMALL, requests = isSmall ? 10 : 14, results = Math.min(RESULTS, Math.ceil(manifest.pages / manifest.rows));
  return Math.max(FEWEST, Math.min(MOST, requests - 1 - results));
}

// The terms that can be read within the budget; each knows its file.
function chooseTerms(query, manifest) {
  const budget = filesOfPostings(manifest) - (query.number || query.type ? 1 : 0), values = new Map();
  const terms = query.terms.filter(term => { term.where = place(term, manifest); return term.where; });
  terms.forEach(term => {
    const { file } = term.where, must = term.isPlace ? 100 : 0;
    values.set(file, (values.get(file) || 0) + worth(term, manifest) + must);
  });
  const files = Array.from(values.keys()).sort((x, y) => values.get(y) - values.get(x)).slice(0, budget);
  return terms.filter(term => files.indexOf(term.where.file) >= 0);
}

// The files that hold what an unfinished last word may become: as a pair where the word before it leads the pair or the
// whole word would, and else alone.
function prefixFiles(prefix, manifest) {
  const list = new Set(), { first, last } = prefix;
  const from = (folder, starts, key, most) => {
    if (!starts.length) return;
    const low = find(starts, key), high = Math.min(find(starts, key + '\uFFFF'), low + most);
    for (let n = low; n <= high; n++) list.add(fileName(folder, n));
  };
  if (first) {
    from('p', manifest.pairs, first.folded + ' ' + last.folded, 1);
    from('p', manifest.pairs, last.folded, 1);
    if (leads(last.folded, first.folded)) from('p', manifest.pairs, last.folded + ' -' + first.folded, 0);
  } else {
    from('s', manifest.syllables, last.folded, 2);
  }
  return Array.from(list);
}

Object.assign(window.sohieu.parts, { chooseTerms, prefixFiles, SYNONYM });
})();
