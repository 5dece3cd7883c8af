// Lets the site be read without a network and installed, where it comes from a server: nothing over file://.
(function () {
  'use strict';
  const own = document.currentScript;
  if (!('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;

  const worker = own.getAttribute('data-worker');
  // By script, since a browser that reads a page from a folder complains about a manifest.
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = worker.replace('sw.js', 'manifest.webmanifest');
  document.head.appendChild(manifest);

  window.addEventListener('load', () => {
    const isFirst = !navigator.serviceWorker.controller;
    navigator.serviceWorker.register(worker).then(() => navigator.serviceWorker.ready).then(registration => {
      // On a first visit the worker comes too late to see what the page was made of.
      const seen = performance.getEntriesByType('resource').map(entry => entry.name);
      if (isFirst) registration.active.postMessage([location.href].concat(seen));
    }).catch(() => { /* refused: the site is read as ever */ });
  });
})();
