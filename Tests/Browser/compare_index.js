// Reads the texts of every page as the search box would and compares them with the index. Evaluated in the search page:
// {terms, missing: [[term, page]], unsaid: [[term, page]]}, at most a hundred of each.
async () => {
  const { split, utf8, leads, open, load, fileName, rows, textOf, gaps } = sohieu.parts;
  const SLICE = 400, MOST = 100, LONGEST = 40, LIST_LIMIT = 16000;
  const manifest = await open(), files = [];
  for (const [folder, starts] of [['s', manifest.syllables], ['p', manifest.pairs]]) {
    for (let n = 0; n < starts.length; n++) files.push([folder, await load(fileName(folder, n))]);
  }
  const result = { terms: 0, missing: [], unsaid: [] };
  const code = s => String.fromCharCode(33 + s.code);

  for (let from = 0; from < manifest.pages; from += SLICE) {
    const to = Math.min(from + SLICE, manifest.pages), said = [];
    for (let page = from; page < to; page++) {
      const own = new Set(), [row] = await rows([page], manifest);
      for (const [, text] of await textOf(row.url)) {
        let last = null;
        for (const s of split(text)) {
          const isLong = utf8(s.exact).length > LONGEST;
          if (!isLong) own.add(s.folded + ' ' + code(s));
          if (!isLong && last && s.joined) own.add(last.folded + ' ' + s.folded + ' ' + code(last) + code(s));
          last = isLong ? null : s;
        }
      }
      said.push(own);
      result.terms += own.size;
    }
    const held = said.map(() => new Set());
    for (const [folder, keys] of files) {
      keys.forEach((records, lead) => records.forEach((forms, name) => {
        const [a, b] = folder === 's' ? [name] : name[0] === '-' ? [name.slice(1), lead] : [lead, name];
        if (b !== undefined && leads(a, b) !== (a === lead)) result.unsaid.push(['filed wrongly: ' + a + ' ' + b, -1]);
        forms.forEach(form => {
          const marks = String.fromCharCode(33 + form.a) + (b === undefined ? '' : String.fromCharCode(33 + form.b));
          gaps(form.text).forEach(page => {
            if (page >= from && page < to) held[page - from].add((b === undefined ? a : a + ' ' + b) + ' ' + marks);
          });
          // Of a list that was cut the index says nothing about the rest.
          if (form.size >= LIST_LIMIT) said.forEach(own => own.delete((b === undefined ? a : a + ' ' + b) + ' ' + marks));
        });
      }));
    }
    said.forEach((own, n) => {
      own.forEach(term => { if (!held[n].has(term) && result.missing.length < MOST) result.missing.push([term, from + n]); });
      // Plain pages have no number, no place and no kind to answer to.
      if (manifest.kindOf[from + n] !== 'page') return;
      held[n].forEach(term => { if (!own.has(term) && result.unsaid.length < MOST) result.unsaid.push([term, from + n]); });
    });
  }
  return result;
}
