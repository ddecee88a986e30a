// What the picture shows: nodes and edges at positions that are already computed, and their looks.

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

const picture = document.getElementById('picture');
/** vis-network, once it runs; until then `sketch.js` draws. */
let network = null;

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

/** The node with a ring around it: the selected one, else the focus of the page. */
const ringed = () => nodeOf.get(view.selected) || nodeOf.get(values.focus);

/** Middle and scale at which all that is shown fits, with room for the outer labels. */
function fitted() {
  const shown = drawnNodes.filter(({ id }) => view.nodes.has(id));
  if (!shown.length) return { x: 0, y: 0, scale: 1 };
  const ends = (axis, side) => shown.map((node) => node[axis] + side * node.size);
  const [left, right] = [Math.min(...ends('x', -1)), Math.max(...ends('x', 1))];
  const [top, bottom] = [Math.min(...ends('y', -1)), Math.max(...ends('y', 1))];
  const scale = Math.min(1.2, (picture.clientWidth - 90) / (right - left),
    (picture.clientHeight - 70) / (bottom - top));
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(0.05, scale) };
}
