// Lets a reader choose which places stand side by side in a matrix, and keeps the choice in the address.
(function () {
  'use strict';
  const table = document.querySelector('table.matrix');
  const heads = table ? Array.from(table.querySelectorAll('th[data-place]')) : [];
  if (heads.length < 2) return;

  const box = document.createElement('fieldset');
  const legend = document.createElement('legend');
  box.className = 'choices';
  legend.textContent = table.getAttribute('data-label');
  box.appendChild(legend);
  const choices = heads.map(head => {
    const label = document.createElement('label');
    const choice = document.createElement('input');
    choice.type = 'checkbox';
    choice.value = head.getAttribute('data-place');
    choice.addEventListener('change', () => { show(); keep(); });
    label.appendChild(choice);
    label.appendChild(document.createTextNode(' ' + head.textContent));
    box.appendChild(label);
    return choice;
  });
  const all = document.createElement('button');
  all.type = 'button';
  all.textContent = table.getAttribute('data-all');
  all.addEventListener('click', () => {
    choices.forEach(choice => { choice.checked = false; });
    show();
    keep();
  });
  box.appendChild(all);

  // Without a choice every place is shown.
  function show() {
    const chosen = choices.filter(choice => choice.checked);
    all.hidden = !chosen.length;
    Array.from(table.rows).forEach(row => {
      choices.forEach((choice, column) => { row.cells[column + 1].hidden = chosen.length > 0 && !choice.checked; });
    });
  }
  function keep() {
    const chosen = choices.filter(choice => choice.checked).map(choice => choice.value);
    history.replaceState(null, '', chosen.length ? '#noi=' + chosen.map(encodeURIComponent).join(',') : location.href.split('#')[0]);
  }
  function read() {
    const found = /^#noi=(.*)$/.exec(location.hash);
    const wanted = found ? found[1].split(',').map(decodeURIComponent) : [];
    choices.forEach(choice => { choice.checked = wanted.indexOf(choice.value) >= 0; });
    show();
  }
  window.addEventListener('hashchange', read);
  read();
  const place = table.closest('.scroll');
  place.parentNode.insertBefore(box, place);
})();
