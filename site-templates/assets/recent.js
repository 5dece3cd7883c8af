// The pages that this reader read last and those they saved, shown on the start page. The list is kept on their machine alone.
(function () {
  'use strict';
  const section = document.getElementById('da_doc');
  if (!section) return;
  const root = location.href.split('#')[0].replace(/[^/]*$/, '');

  function read(key) {
    try {
      const list = JSON.parse(localStorage.getItem('sohieu.' + key) || '[]');
      return Array.isArray(list) ? list.filter(entry => entry && entry.root === root && typeof entry.title === 'string' && /^[\w%./-]+\.html$/.test(entry.path)) : [];
    } catch (refused) { return []; }
  }
  function show(key) {
    const part = section.querySelector('[data-list="' + key + '"]');
    const entries = read(key);
    part.hidden = !entries.length;
    entries.forEach(entry => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = entry.path;
      link.textContent = entry.title;
      item.appendChild(link);
      part.querySelector('ul').appendChild(item);
    });
    return entries.length;
  }
  const count = show('saved') + show('recent');
  section.hidden = !count;
  section.querySelector('button').addEventListener('click', () => {
    ['saved', 'recent'].forEach(key => { try { localStorage.removeItem('sohieu.' + key); } catch (refused) { /* nothing is kept */ } });
    section.hidden = true;
  });
})();
