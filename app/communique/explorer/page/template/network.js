// The picture that can be moved: vis-network, started once the first picture is on the screen.

let nodeSet = null;
let edgeSet = null;

/** Brings the picture in line with `view`. */
function paint() {
  if (!network) {
    sketch();
    return;
  }
  const light = lit();
  nodeSet.update(nodeLooks(light));
  edgeSet.update(edgeLooks(light));
}

/** Runs the text of vis-network; inert until now, the browser has read past it. */
function loadEngine() {
  const script = document.createElement('script');
  script.textContent = document.getElementById('engine').textContent;
  document.head.append(script);
}

/** Has vis-network draw what was sketched, at the same place and scale. */
function startNetwork() {
  loadEngine();
  const light = lit();
  const merged = (all, looks) => all.map((one, place) => ({ ...one, ...looks[place] }));
  // Names are drawn by ourselves; vis-network would measure each of them.
  nodeSet = new vis.DataSet(merged(drawnNodes, nodeLooks(light)).map(({ label, ...node }) => node));
  edgeSet = new vis.DataSet(merged(drawnEdges, edgeLooks(light)));
  picture.replaceChildren();
  network = new vis.Network(picture, { nodes: nodeSet, edges: edgeSet }, JSON.parse(options));
  fit();
  network.on('beforeDrawing', (context) => drawRing(context, network.getScale()));
  network.on('afterDrawing', (context) => drawLabels(context, {
    scale: network.getScale(),
    at: ({ id }) => network.canvasToDOM(network.getPosition(id)),
  }));
  network.on('click', ({ nodes, edges }) => select(nodes[0] || edges[0] || null));
  network.on('hoverNode', ({ node }) => { view.hovered = node; picture.style.cursor = 'pointer'; network.redraw(); });
  network.on('blurNode', () => { view.hovered = null; picture.style.cursor = ''; network.redraw(); });
  network.on('hoverEdge', () => { picture.style.cursor = 'pointer'; });
  network.on('blurEdge', () => { picture.style.cursor = ''; });
  network.once('afterDrawing', () => { picture.dataset.ready = 'true'; });
  markSelection();
}

/** Has vis-network know what is selected. */
function markSelection() {
  const { selected } = view;
  if (nodeOf.has(selected)) network.setSelection({ nodes: [selected], edges: [] });
  else network.setSelection({ nodes: [], edges: selected ? [selected] : [] });
}

function fit() {
  if (!network) return;
  const { x, y, scale } = fitted();
  network.moveTo({ position: { x, y }, scale, animation: false });
}

function zoomBy(factor) {
  if (!network) return;
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)) });
}
