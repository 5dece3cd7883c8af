// The words of the query, marked in the page that a result leads to (?tim=…).
(function () {
'use strict';

const { wanted, highlights, marked, make, say, phrase } = window.sohieu.parts;
const query = new URLSearchParams(location.search).get('tim');
const body = document.querySelector('.prose') || document.querySelector('main');
if (!query || !body) return;

const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT), nodes = [], want = wanted(query), hits = [];
while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('script,style')) nodes.push(walker.currentNode);
nodes.forEach(node => {
  const found = highlights(node.data, want);
  if (!found.marks.length) return;
  const pieces = marked(found);
  pieces.forEach(piece => { if (piece.tagName) { piece.className = 'search-hit'; hits.push(piece); } });
  node.replaceWith(...pieces);
});
if (!hits.length) return;
const button = make('button', { type: 'button' }, say.unmark);
const bar = make('p', { 'class': 'search-marked', role: 'status' }, [phrase('marked', { q: query }) + ' ', button]);
button.addEventListener('click', () => {
  hits.forEach(hit => { hit.replaceWith(...hit.childNodes); });
  body.normalize();
  bar.remove();
});
body.prepend(bar);
if (location.hash.length < 2) hits[0].scrollIntoView({ block: 'center' });
})();
