// What a misspelt query may have meant. Right words are left alone: a word is put right only if the collection does not
// have it, or if nothing at all stands there as it was typed; and what is offered stands beside its neighbours there. Of a
// right word of the language only the marks can be wrong, and only where its neighbour hardly stands without the other.
(function () {
'use strict';

const sohieu = window.sohieu, { split, fold, load, open, place, forms, mayFit } = sohieu.parts;

const TELEX = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' };
const VNI = { 1: '\u0301', 2: '\u0300', 3: '\u0309', 4: '\u0303', 5: '\u0323' };

// What the keys of Telex or VNI were meant to type: "tieengs", "tie61ng" → "tiếng".
function typed(keys) {
  let word = keys, tone = '';
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
  const list = split(word.normalize('NFC'));
  return list.length === 1 ? list[0].exact : keys;
}

// Whether one letter wrong, missing, doubled or swapped turns `a` into `b`.
function isSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let start = 0, end = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]);
}

// The words of the collection: exact forms, the most frequent first, by folded form; and those of the language.
let vocabulary = null;
function readWords(file) {
  if (vocabulary && vocabulary.file === file) return vocabulary;
  const byFold = new Map();
  file.words.split(' ').forEach((word, rank) => {
    const folded = fold(word);
    if (!byFold.has(folded)) byFold.set(folded, { folded, rank, words: [] });
    byFold.get(folded).words.push(word);
  });
  const language = file.language.split(' ');
  vocabulary = { file, byFold, language: new Set(language), plain: new Set(language.map(fold)) };
  return vocabulary;
}

const at = (term, manifest) => {
  const where = place(term, manifest);
  return where ? load(where.file).then(file => forms(file, where)) : Promise.resolve([]);
};

// In how many pages `a b` stands as typed, and in which form most.
function together(a, b, manifest, isMarked) {
  if (!a || !b) return Promise.resolve({ count: 0, form: null });
  const term = { a, b };
  return at(term, manifest).then(list => {
    const fitting = isMarked ? list.filter(form => mayFit(term, form)) : list;
    const form = fitting.reduce((best, f) => (!best || f.size > best.size ? f : best), null);
    return { count: fitting.reduce((sum, f) => sum + f.size, 0), form };
  });
}

// Whether the collection has a word as it was typed, or with the marks that were left out.
function isKnown(s, found, manifest) {
  const entry = found.byFold.get(s.folded);
  if (entry && (!s.code || entry.words.indexOf(s.exact) >= 0)) return Promise.resolve(true);
  return at({ a: s, b: null }, manifest).then(list => list.some(form => mayFit({ a: s }, form)));
}

const isCapital = (s, text) => { const letter = text[s.start]; return letter !== letter.toLowerCase(); };

// What cannot be a slip: figures, parts of numbers, abbreviations, names of places and of others.
function isFixed(list, i, text, found, manifest) {
  const s = list[i], next = list[i + 1], word = text.slice(s.start, s.end);
  if (/^\d+$/.test(s.folded) || s.folded === '%' || s.tight || (next && next.tight) || manifest.sameAs.has(s.folded)) return true;
  if (/^[A-Z]{2,6}$/.test(word) && text !== text.toUpperCase()) return true;
  const isBeside = [list[i - 1], next].some(other => other && isCapital(other, text) && text !== text.toUpperCase());
  if (isCapital(s, text) && isBeside && isRight(s, found)) return true;
  return [2, 3, 4].some(size => Array.from({ length: size }, (v, k) => i - k).some(from =>
    from >= 0 && manifest.placeNames.has(list.slice(from, from + size).map(t => t.folded).join(' '))));
}

// Whether `s` is a word of the language or of the collection, as it was typed or with the marks that were left out.
const isRight = (s, found) => (s.code ? found.language.has(s.exact) : found.plain.has(s.folded)) ||
  (found.byFold.get(s.folded) || { words: [] }).words.indexOf(s.exact) >= 0;

const MOST_CANDIDATES = 8;

// Words that `s` may stand for, near ones first: {list: [syllable], far, isRight}. Of a right word the marks may be wrong or, at
// the end of a query that finds nothing, its end missing.
function candidates(s, found, isUnfinished) {
  const near = [], right = isRight(s, found);
  const take = (text, far, rank) => { near.push({ list: split(text), far, rank, isSlip: far >= 1, isRight: right }); };
  const meant = right ? s.exact : typed(s.exact);
  if (meant !== s.exact && found.byFold.has(fold(meant))) take(meant, 0.5, 0);
  if (!/\d/.test(s.folded)) {
    found.byFold.forEach(({ folded, rank, words }) => {
      if (folded === s.folded) take(folded, 0.7, rank);
      else if (isUnfinished && s.folded.length > 1 && folded.length <= s.folded.length + 2 && folded.indexOf(s.folded) === 0) take(folded, 1.1, rank);
      else if (!right && s.folded.length > 1 && isSlip(s.folded, folded)) {
        // With marks typed, a letter and the marks are seldom wrong at once; and a letter is sooner left out than mistaken.
        const isClose = s.code > 0 && words.some(word => isSlip(s.exact, word)), isLonger = folded.length > s.folded.length;
        if (isClose || !s.code) take(folded, isClose && isLonger ? 1 : folded.length > 3 || isClose ? 1.1 : 1.5, rank);
      }
    });
    if (!right) segments(s.folded, found).forEach(list => { take(list.join(' '), 0.8, 0); });
  }
  return near.sort((x, y) => x.far - y.far || x.rank - y.rank).slice(0, MOST_CANDIDATES);
}

// "danvankheo" → dan van kheo: the ways to cut a run into known syllables, fewest first.
function segments(run, found) {
  if (run.length < 5 || run.length > 40) return [];
  const ways = [[[]]];
  for (let end = 1; end <= run.length; end++) {
    ways[end] = [];
    for (let start = Math.max(0, end - 7); start <= end - 1; start++) {
      const word = run.slice(start, end), entry = found.byFold.get(word);
      if (!entry || (word.length === 1 && !/[aouy]/.test(word))) continue;
      ways[start].forEach(way => { ways[end].push(way.concat(word)); });
    }
    const cost = way => way.reduce((sum, word) => sum + 8 + Math.log(1 + found.byFold.get(word).rank), 0);
    ways[end] = ways[end].sort((x, y) => cost(x) - cost(y)).slice(0, 4);
  }
  return ways[run.length].filter(way => way.length > 1);
}

// ---- Putting right ----

// What `text` may have meant, or null.
sohieu.suggest = text => Promise.all([open(), load('words')]).then(([manifest, file]) => {
  text = String(text).slice(0, 300);
  const found = readWords(file), list = split(text), isMarked = list.some(s => s.code);
  if (!list.length || list.length > 40) return null;
  const isPaired = list.map((s, i) => i > 0 && s.joined && !s.tight);
  return Promise.all([
    Promise.all(list.map((s, i) => isFixed(list, i, text, found, manifest) || isKnown(s, found, manifest))),
    Promise.all(list.map((s, i) => (isPaired[i] ? asTyped(list[i - 1], s, manifest, isMarked) : false)))
  ]).then(([known, held]) => {
    // Nothing of a short query stands in the collection as it was typed: then a right word may be the wrong one.
    const isNothing = isPaired.some(Boolean) && !held.some(Boolean) && list.length < 5;
    const doubted = list.map((s, i) => !known[i] || (isNothing && !isFixed(list, i, text, found, manifest) && (isPaired[i] || isPaired[i + 1] || false)));
    if (!doubted.some(Boolean)) return null;
    const options = list.map((s, i) => [{ list: [s], far: 0, rank: 0, isTyped: true }].concat(doubted[i] ? candidates(s, found, isNothing && i === list.length - 1) : []));
    return likeliest(options, isPaired, manifest, isMarked, isNothing ? Infinity : LOOSE).then(chosen => (
      isNothing ? chosen : Promise.all(chosen.map((step, i) => isSure(chosen, i, manifest, isMarked))).then(sure => chosen.map((step, i) => (
        sure[i] ? step : { option: options[i][0], before: null, between: [] })))
    )).then(chosen => (isModest(chosen) ? write(chosen, list, text, found, isMarked) : null));
  });
});

const asTyped = (a, b, manifest, isMarked) => at({ a, b }, manifest).then(list => list.some(form => !isMarked || (form.a === a.code && form.b === b.code)));

// Readers slip once or twice, not in every word.
function isModest(chosen) {
  const changed = chosen.filter(({ option }) => !option.isTyped);
  return changed.filter(({ option }) => option.isRight).length <= 1 && changed.filter(({ option }) => option.isSlip).length <= Math.max(1, chosen.length / 3);
}

// How much of its rarer word a pair must hold for a right word to be a wrong one there.
const BOUND = 0.3;

// Whether what stands for a right word is beyond doubt: one of its neighbours hardly stands without it.
function isSure(chosen, i, manifest, isMarked) {
  const { option, before } = chosen[i], after = chosen[i + 1] && chosen[i + 1].before;
  if (option.isTyped || !option.isRight) return Promise.resolve(true);
  const isBound = (pair, other) => (!pair || pair.count < 2 ? Promise.resolve(false) : Promise.all([
    pagesOf(option.list[0], manifest, isMarked && pair.form), pagesOf(other, manifest, isMarked)
  ]).then(counts => pair.count >= BOUND * Math.min(...counts)));
  return Promise.all([
    isBound(before, i && chosen[i - 1].option.list[0]), isBound(after, after && chosen[i + 1].option.list[0])
  ]).then(bounds => bounds.some(Boolean));
}

// In how many pages a word stands.
const pagesOf = (s, manifest, isMarked) => at({ a: s, b: null }, manifest).then(list =>
  list.filter(form => !isMarked || mayFit({ a: s }, form)).reduce((sum, form) => sum + form.size, 0));

// The words of `text` that the collection does not have.
sohieu.unknown = text => Promise.all([open(), load('words')]).then(([manifest, file]) => {
  const found = readWords(file), list = split(String(text).slice(0, 300)).slice(0, 20);
  return Promise.all(list.map(s => isKnown(s, found, manifest))).then(known => Array.from(new Set(list.filter((s, i) => !known[i]).map(s => s.exact))));
});

// What a step away from what was typed costs, against the logarithm of how often two words stand together.
const STEP = 2;
// What it costs where a word that is put right does not stand beside its neighbour in the collection, if others do.
const LOOSE = 5;

// The chain of options whose neighbours stand together most often, each step from what was typed counted against it; what
// is put right should stand beside its neighbours in the collection: each that does not costs `loose`.
function likeliest(options, isPaired, manifest, isMarked, loose) {
  let chains = Promise.resolve([{ value: 0, steps: [] }]);
  options.forEach((own, i) => {
    chains = chains.then(known => Promise.all(own.map(option => {
      const inner = Promise.all(option.list.slice(1).map((s, k) => together(option.list[k], s, manifest, false)));
      return Promise.all([inner, Promise.all(known.map(chain => {
        const last = chain.steps[i - 1] && chain.steps[i - 1].option.list;
        return isPaired[i] ? together(last[last.length - 1], option.list[0], manifest, isMarked) : Promise.resolve(null);
      }))]).then(([between, befores]) => known.map((chain, n) => {
        const before = befores[n], lastOption = i ? chain.steps[i - 1].option : null, isChange = !option.isTyped || (lastOption && !lastOption.isTyped);
        const isHeld = between.every(pair => pair.count), isLoose = isPaired[i] && isChange && !before.count;
        // Alone, a word is put right by how common the other is.
        const isAlone = !option.isTyped && !isPaired[i] && !isPaired[i + 1] && option.list.length === 1;
        const gain = (before ? Math.log(1 + before.count) * 2 : 0) + between.reduce((sum, pair) => sum + Math.log(1 + pair.count), 0) +
          (isAlone ? 4 - Math.log(1 + option.rank) / 4 : 0) - (isLoose ? loose : 0);
        return { value: chain.value + (isHeld ? gain - option.far * STEP : -Infinity), steps: chain.steps.concat({ option, before, between }) };
      }).reduce((one, other) => (other.value > one.value ? other : one)));
    })));
  });
  return chains.then(all => all.reduce((one, other) => (other.value > one.value ? other : one)).steps);
}

// The query with the chosen words: with marks where it had some, in the form that stands in the collection most.
function write(chosen, list, text, found, isMarked) {
  const said = chosen.map(step => step.option.list.map(s => (s.code ? s.exact : null)));
  const wordOf = (s, code) => (found.byFold.get(s.folded) || { words: [] }).words.find(word => split(word)[0].code === code) || s.exact;
  const isChanged = n => chosen[n] && !chosen[n].option.isTyped;
  if (isMarked) {
    chosen.forEach(({ option, before, between }, i) => {
      const last = chosen[i - 1], end = last ? last.option.list.length - 1 : 0;
      if (before && before.form && (isChanged(i) || isChanged(i - 1))) {
        if (said[i - 1][end] === null) said[i - 1][end] = wordOf(last.option.list[end], before.form.a);
        if (said[i][0] === null) said[i][0] = wordOf(option.list[0], before.form.b);
      }
      between.forEach((pair, k) => {
        if (said[i][k] === null) said[i][k] = wordOf(option.list[k], pair.form.a);
        if (said[i][k + 1] === null) said[i][k + 1] = wordOf(option.list[k + 1], pair.form.b);
      });
    });
  }
  let result = '', end = 0;
  list.forEach((s, i) => {
    const own = chosen[i].option.list.map((t, k) => {
      if (said[i][k] !== null) return said[i][k];
      const entry = found.byFold.get(t.folded);
      return isMarked && isChanged(i) && entry ? entry.words[0] : t.exact;
    }).join(' ');
    result += text.slice(end, s.start) + (own === s.exact ? text.slice(s.start, s.end) : own);
    end = s.end;
  });
  result += text.slice(end);
  return result === text ? null : result;
}
})();
