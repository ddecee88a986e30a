// The first picture: drawn by ourselves in a few milliseconds, while vis-network waits to be started.

/** Corners of a shape of radius 1, as vis-network has them; a dot has none. */
const CORNERS = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: [[0, -1.01], [1.15, 0.98], [-1.15, 0.98]],
  hexagon: [0, 1, 2, 3, 4, 5].map((n) => [Math.cos((n * Math.PI) / 3), Math.sin((n * Math.PI) / 3)]),
  star: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => {
    const radius = n % 2 ? 0.41 : 1.066;
    return [radius * Math.sin((n * Math.PI) / 5), 0.08 - radius * Math.cos((n * Math.PI) / 5)];
  }),
};

/** The place where an edge's line turns: the middle of its ends, aside by its bend. */
function turning(from, to, smooth) {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (!smooth.enabled) return middle;
  const aside = 0.9 * smooth.roundness * (smooth.type === 'curvedCW' ? 1 : -1);
  return { x: middle.x + aside * (from.y - to.y), y: middle.y - aside * (from.x - to.x) };
}

/** An edge with its look, from the middle of one node to the rim of the other. */
function sketchEdge(context, { from, to, smooth, arrows, look }) {
  const [start, end] = [nodeOf.get(from), nodeOf.get(to)];
  const turn = turning(start, end, smooth);
  const angle = Math.atan2(end.y - turn.y, end.x - turn.x);
  const at = (distance, askew = 0) => [
    end.x - distance * Math.cos(angle) + askew * Math.sin(angle),
    end.y - distance * Math.sin(angle) - askew * Math.cos(angle),
  ];
  const pointed = arrows !== '';
  const length = 6.75 + 3 * look.width * 0.45;
  context.globalAlpha = look.color.opacity;
  context.strokeStyle = context.fillStyle = look.color.color;
  context.lineWidth = look.width;
  context.setLineDash(look.dashes || []);
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.quadraticCurveTo(turn.x, turn.y, ...at(end.size + (pointed ? length * 0.9 : 0)));
  context.stroke();
  if (!pointed) return;
  context.beginPath();
  context.moveTo(...at(end.size));
  context.lineTo(...at(end.size + length, length * 0.33));
  context.lineTo(...at(end.size + length * 0.9));
  context.lineTo(...at(end.size + length, -length * 0.33));
  context.fill();
}

function sketchNode(context, { x, y, size, shape, look }) {
  context.globalAlpha = look.opacity;
  context.fillStyle = look.color.background;
  context.strokeStyle = look.color.border;
  context.beginPath();
  if (CORNERS[shape]) for (const [dx, dy] of CORNERS[shape]) context.lineTo(x + dx * size, y + dy * size);
  else context.arc(x, y, size, 0, 2 * Math.PI);
  context.closePath();
  context.fill();
  context.stroke();
}

/** The ring around the node in question, under the nodes. */
function drawRing(context, scale) {
  const chosen = ringed();
  if (!chosen || !view.nodes.has(chosen.id)) return;
  const { x, y } = network ? network.getPosition(chosen.id) : chosen;
  context.beginPath();
  context.arc(x, y, chosen.size * 1.15 + 5, 0, 2 * Math.PI);
  context.strokeStyle = colour('focus');
  context.lineWidth = Math.max(3, 2.2 / scale);
  context.stroke();
}

/** Draws `view` as a whole on a canvas of its own. */
function sketch() {
  const canvas = picture.querySelector('canvas') || picture.appendChild(document.createElement('canvas'));
  const { clientWidth: width, clientHeight: height } = picture;
  const ratio = window.devicePixelRatio || 1;
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  const context = canvas.getContext('2d');
  const { x, y, scale } = fitted();
  const light = lit();
  const [nodes, edges] = [nodeLooks(light), edgeLooks(light)];
  context.setTransform(ratio * scale, 0, 0, ratio * scale,
    ratio * (width / 2 - scale * x), ratio * (height / 2 - scale * y));
  drawRing(context, scale);
  edges.forEach((look, place) => look.hidden || sketchEdge(context, { ...drawnEdges[place], look }));
  context.setLineDash([]);
  context.lineWidth = 1.5 / scale; // as vis-network has rims: as wide at every zoom
  nodes.forEach((look, place) => look.hidden || sketchNode(context, { ...drawnNodes[place], look }));
  context.globalAlpha = 1;
  const at = (node) => ({ x: width / 2 + scale * (node.x - x), y: height / 2 + scale * (node.y - y) });
  drawLabels(context, { scale, at });
  picture.dataset.drawn = 'true';
}
