// The theme and text size that the reader chose, set before the first paint so that nothing jumps or blinks.
(function () {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  ['theme', 'text'].forEach(key => {
    try {
      const value = localStorage.getItem('sohieu.' + key);
      if (/^(light|dark|s|l|x)$/.test(value)) root.setAttribute('data-' + key, value);
    } catch (refused) { /* storage may be refused: the page looks as the device asks */ }
  });
})();
