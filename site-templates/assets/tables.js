// Tables that list things get a filter box and, where a column says so, a way to choose a value and a way to sort. What a
// reader chose stands in the address behind "#", so that it can be shared and works in a folder too.
(function () {
  'use strict';
  const root = document.documentElement;

  function fold(text) {
    return text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd');
  }
  // What a cell can be chosen by: its text, the year of its date, and what covers it (a district's province).
  function values(cell) {
    const time = cell.querySelector('time');
    const text = time ? time.getAttribute('datetime').slice(0, 4) : cell.textContent.trim();
    return [text].concat((cell.getAttribute('data-also') || '').split('|')).filter(Boolean);
  }

  function register(table) {
    const rows = Array.from(table.tBodies[0].rows);
    const heads = Array.from(table.tHead.rows[0].cells);
    if (rows.length < 8) return;
    const keys = rows.map(row => fold(row.textContent + ' ' + Array.from(row.cells, cell => cell.getAttribute('data-also') || '').join(' ')));
    const tools = document.createElement('div');
    tools.className = 'list-tools';
    const count = document.querySelector('[data-count-of="' + table.id + '"]');
    const whole = count ? count.textContent : '';
    const filters = [], sorters = {};
    function add(label, control) {
      const wrapper = document.createElement('label');
      wrapper.textContent = label;
      wrapper.appendChild(control);
      tools.appendChild(wrapper);
      control.addEventListener('input', () => { update(); keep(); });
      return control;
    }
    const box = add(table.getAttribute('data-filter'), document.createElement('input'));
    box.type = 'search';
    heads.forEach((cell, column) => {
      if (!cell.hasAttribute('data-choose')) return;
      const found = [];
      rows.forEach(row => {
        values(row.cells[column]).forEach(value => { if (found.indexOf(value) < 0) found.push(value); });
      });
      if (found.length < 2) return;
      const select = document.createElement('select');
      select.appendChild(new Option(cell.getAttribute('data-choose'), ''));
      found.sort((a, b) => a.localeCompare(b, root.lang)).forEach(value => { select.appendChild(new Option(value, value)); });
      filters.push({ column: column, key: cell.getAttribute('data-key'), select: add(cell.getAttribute('data-by') || cell.textContent, select) });
    });

    function update() {
      const words = fold(box.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const fits = words.every(word => keys[index].indexOf(word) >= 0)
          && filters.every(filter => !filter.select.value || values(row.cells[filter.column]).indexOf(filter.select.value) >= 0);
        row.hidden = !fits;
        if (fits) shown += 1;
      });
      if (count) count.textContent = shown === rows.length ? whole : shown ? shown + ' / ' + rows.length : table.getAttribute('data-none');
    }

    // The state in the address: "#loc=word&noi=place&xep=2-" (the third column, downwards).
    function keep() {
      const parts = filters.filter(filter => filter.select.value).map(filter => filter.key + '=' + encodeURIComponent(filter.select.value));
      if (box.value.trim()) parts.unshift('loc=' + encodeURIComponent(box.value.trim()));
      const sorted = heads.filter(cell => cell.hasAttribute('aria-sort'))[0];
      if (sorted) parts.push('xep=' + heads.indexOf(sorted) + (sorted.getAttribute('aria-sort') === 'descending' ? '-' : ''));
      history.replaceState(null, '', parts.length ? '#' + parts.join('&') : location.href.split('#')[0]);
    }
    function read() {
      const state = {};
      location.hash.slice(1).split('&').forEach(part => {
        const at = part.indexOf('=');
        try { if (at > 0) state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); } catch (malformed) { /* a part that is no text says nothing */ }
      });
      box.value = state.loc || '';
      filters.forEach(filter => {
        filter.select.value = state[filter.key] || '';
        if (filter.select.selectedIndex < 0) filter.select.value = '';
      });
      const order = /^(\d+)(-?)$/.exec(state.xep || '');
      if (order && sorters[order[1]]) sorters[order[1]](order[2] === '-');
      update();
    }

    heads.forEach((cell, column) => {
      if (cell.hasAttribute('data-sort')) sorters[column] = sortable(table, rows, cell, column, keep);
    });
    if (count) count.setAttribute('role', 'status');
    const place = table.closest('.scroll') || table;
    place.parentNode.insertBefore(tools, count || place);
    window.addEventListener('hashchange', read);
    read();
  }

  // A column sorts up, then down; what is empty stays last. Hidden rows move along with the others.
  function sortable(table, rows, cell, column, keep) {
    const button = document.createElement('button');
    button.type = 'button';
    while (cell.firstChild) button.appendChild(cell.firstChild);
    cell.appendChild(button);
    function key(row) {
      const time = row.cells[column].querySelector('time');
      return time ? time.getAttribute('datetime') : row.cells[column].textContent.trim();
    }
    function sort(down) {
      Array.from(table.tHead.rows[0].cells).forEach(other => { other.removeAttribute('aria-sort'); });
      cell.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      rows.map((row, index) => ({ row: row, index: index, key: key(row) })).sort((a, b) => {
        if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1) || a.index - b.index;
        const order = a.key.localeCompare(b.key, root.lang, { numeric: true });
        return (down ? -order : order) || a.index - b.index;
      }).forEach(entry => { table.tBodies[0].appendChild(entry.row); });
    }
    button.addEventListener('click', () => {
      sort(cell.getAttribute('aria-sort') === 'ascending');
      keep();
    });
    return sort;
  }

  document.querySelectorAll('table.register').forEach(table => { register(table); });
})();
