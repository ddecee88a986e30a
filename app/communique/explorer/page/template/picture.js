// The picture: vis-network over positions that are already computed.

const { nodes: drawnNodes, edges: drawnEdges, options, values } =
  JSON.parse(document.getElementById('values').textContent);
const { entities, facts, releases } = values;
const familyOf = new Map(values.relations.map(({ name, family }) => [name, family]));
const nodeOf = new Map(drawnNodes.map((node) => [node.id, node]));
const edgeOf = new Map(drawnEdges.map((edge) => [edge.id, edge]));
const edgesAt = new Map(drawnNodes.map((node) => [node.id, []]));
for (const edge of drawnEdges) {
  edgesAt.get(edge.from).push(edge);
  edgesAt.get(edge.to).push(edge);
}

/** What is shown: facts and nodes that pass the filters, and what is selected. */
const view = { facts: new Set(), nodes: new Set(), edges: new Map(), selected: null, hovered: null };

const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();
const picture = document.getElementById('picture');
const network = new vis.Network(picture, {}, JSON.parse(options)); // what is in it follows, coloured

const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Nodes and edges that a selection keeps in the light; null if nothing is selected. */
function lit() {
  const { selected } = view;
  if (!selected) return null;
  if (edgeOf.has(selected)) {
    const { from, to } = edgeOf.get(selected);
    const between = edgesAt.get(from).filter((e) => e.from === to || e.to === to);
    return { nodes: new Set([from, to]), edges: new Set(between.map((edge) => edge.id)) };
  }
  const around = edgesAt.get(selected).filter((edge) => view.edges.has(edge.id));
  return {
    nodes: new Set([selected, ...around.flatMap((edge) => [edge.from, edge.to])]),
    edges: new Set(around.map((edge) => edge.id)),
  };
}

/** How nodes look by `view` and the colour scheme. */
function nodeLooks(light) {
  const fills = new Map(values.types.map(({ name }) => {
    const fill = { background: colour(name), border: colour('ground') };
    return [name, { ...fill, highlight: fill, hover: fill }];
  }));
  return drawnNodes.map(({ id, group }) => ({
    id,
    hidden: !view.nodes.has(id),
    opacity: !light || light.nodes.has(id) ? 1 : 0.15,
    color: fills.get(group),
  }));
}

/** How edges look. */
function edgeLooks(light) {
  const strokes = new Map(values.relations.map(({ family }) => [family, colour(family)]));
  return drawnEdges.map((edge) => {
    const shown = view.edges.get(edge.id) || [];
    const family = familyOf.get(edge.relation);
    const near = light && light.edges.has(edge.id);
    const opacity = !light ? 0.55 : near ? 0.95 : 0.06;
    const stroke = strokes.get(family);
    const planned = shown.length && shown.every((n) => facts[n].qualifiers.status === 'planned');
    return {
      id: edge.id,
      hidden: !shown.length,
      dashes: planned ? [7, 5] : family === 'standing' ? [1.5, 4] : false,
      width: 1 + 1.6 * Math.log2(Math.max(1, shown.length)) + (near ? 0.7 : 0),
      color: { color: stroke, highlight: stroke, hover: stroke, opacity },
    };
  });
}

/** Brings vis-network's nodes and edges in line with `view`; the first time it gets them. */
function paint() {
  const light = lit();
  if (nodeSet.length) {
    nodeSet.update(nodeLooks(light));
    edgeSet.update(edgeLooks(light));
    return;
  }
  const merged = (all, looks) => all.map((one, place) => ({ ...one, ...looks[place] }));
  // Names are drawn by ourselves; vis-network would measure each of them.
  nodeSet.add(merged(drawnNodes, nodeLooks(light)).map(({ label, ...node }) => node));
  edgeSet.add(merged(drawnEdges, edgeLooks(light)));
  network.setData({ nodes: nodeSet, edges: edgeSet });
}

/** The node with a ring around it: the selected one, else the focus of the page. */
const ringed = () => nodeOf.get(view.selected) || nodeOf.get(values.focus);

network.on('beforeDrawing', (context) => {
  const chosen = ringed();
  if (!chosen || !view.nodes.has(chosen.id)) return;
  const { x, y } = network.getPosition(chosen.id);
  context.beginPath();
  context.arc(x, y, chosen.size * 1.15 + 5, 0, 2 * Math.PI);
  context.strokeStyle = colour('focus');
  context.lineWidth = Math.max(3, 2.2 / network.getScale());
  context.stroke();
});

function fit() {
  const shown = [...view.nodes];
  if (shown.length) network.fit({ nodes: shown, maxZoomLevel: 1.25, animation: false });
  network.moveTo({ scale: network.getScale() * 0.94 }); // room for the outer labels
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)) });
}
