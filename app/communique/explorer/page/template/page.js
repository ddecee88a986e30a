// Puts the parts together: selection, events, first drawing.

function refresh() {
  applyFilters();
  paint();
  showPanel();
}

/** Selects a node or edge by its id, or nothing; `bring` moves the picture if it is out of sight. */
function select(id, bring = false) {
  view.selected = id;
  paint();
  showPanel();
  if (!network) return;
  markSelection();
  if (!bring || !id) return;
  const ends = nodeOf.has(id) ? [id] : [edgeOf.get(id).from, edgeOf.get(id).to];
  const inside = ends.every((end) => {
    const { x, y } = network.canvasToDOM(network.getPosition(end));
    return x > 20 && y > 20 && x < picture.clientWidth - 20 && y < picture.clientHeight - 20;
  });
  if (!inside) network.focus(ends[0], { scale: network.getScale(), animation: false });
  panel.focus({ preventScroll: true });
}

control('filters').addEventListener('submit', (event) => {
  event.preventDefault();
  const [first] = search(control('search').value);
  if (first) select(first, true);
});
control('filters').addEventListener('change', (event) => {
  if (event.target.id !== 'search') refresh();
});
control('filters').addEventListener('reset', () => setTimeout(() => { refresh(); showFound(); }));
control('search').addEventListener('input', showFound);
control('closer').addEventListener('click', () => zoomBy(1.4));
control('farther').addEventListener('click', () => zoomBy(1 / 1.4));
control('whole').addEventListener('click', fit);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') select(null);
  document.body.classList.add('by-keyboard');
});
document.addEventListener('pointerdown', () => document.body.classList.remove('by-keyboard'), true);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);

addChoices();
drawHistogram();
applyFilters();
if (values.focus) view.selected = values.focus;
paint();
// The picture first; what stands beside it and what moves it a moment later.
requestAnimationFrame(() => setTimeout(() => {
  showPanel();
  startNetwork();
}));

/** For tests and for curious readers: where an edge or node is on the screen. Reads only. */
window.communique = Object.freeze({
  placeOf(id) {
    const ends = nodeOf.has(id) ? [id, id] : [edgeOf.get(id).from, edgeOf.get(id).to];
    const [a, b] = ends.map((end) => network.canvasToDOM(network.getPosition(end)));
    const { left, top } = picture.getBoundingClientRect();
    return { x: left + (a.x + b.x) / 2, y: top + (a.y + b.y) / 2 };
  },
  selected: () => view.selected,
});
