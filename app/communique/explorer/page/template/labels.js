// Labels: drawn on top of the picture at a readable size, and left out where they would collide.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const LEADING = 25; // so many of the best connected may have their label over smaller nodes
const widths = new Map();

function widthOf(context, text) {
  const key = `${context.font}\n${text}`;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

/** Nodes in the order in which they get a label: selected, hovered, lit, then by degree. */
function labelOrder(light) {
  const rank = ({ id, degree }) =>
    (id === view.selected || id === view.hovered ? 1e6 : 0) +
    (id === values.focus ? 1e5 : 0) + (light && light.nodes.has(id) ? 1e4 : 0) + degree;
  return drawnNodes
    .filter(({ id }) => view.nodes.has(id) && (!light || light.nodes.has(id) || id === view.hovered))
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
}

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a label is on the screen; always true for a node that is not, as no one sees it. */
const inside = (box, at) =>
  (box.left >= 0 && box.right <= picture.clientWidth && box.bottom <= picture.clientHeight) ||
  at.x < 0 || at.x > picture.clientWidth || at.y > picture.clientHeight;

/** Room for a label below, above, beside or askew of its node, the first that is free. */
function room(at, radius, width, height, taken) {
  const gap = 3;
  const places = [
    [at.x - width / 2, at.y + radius + gap],
    [at.x - width / 2, at.y - radius - gap - height],
    [at.x + radius + gap + 1, at.y - height / 2],
    [at.x - radius - gap - 1 - width, at.y - height / 2],
    [at.x - width - radius * 0.3, at.y + radius],
    [at.x + radius * 0.3, at.y + radius],
  ];
  return places
    .map(([left, top]) => ({ left: left - 3, top, right: left + width + 3, bottom: top + height }))
    .find((box) => inside(box, at) && !taken.some((other) => other.of !== at && meets(box, other)));
}

/** Draws them where a camera, its scale and where it sees a node, has the nodes. */
function drawLabels(context, camera) {
  const light = lit();
  const ordered = labelOrder(light);
  const ratio = context.canvas.width / context.canvas.clientWidth;
  const { scale } = camera;
  const [ink, ground] = [colour('ink'), colour('ground')];
  const places = new Map(ordered.map((node) => [node.id, camera.at(node)]));
  const taken = ordered.map(({ id, size }) => {
    const at = places.get(id);
    const r = size * scale;
    return { left: at.x - r, right: at.x + r, top: at.y - r, bottom: at.y + r, of: at, size };
  });
  let drawn = 0;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  for (const [rank, node] of ordered.entries()) {
    const must = node.id === view.selected || node.id === view.hovered;
    // Whole sizes: each size of a font is loaded, measured and drawn afresh.
    const px = Math.round(Math.min(17, (11 + Math.min(3, node.degree / 6)) * Math.max(1, Math.sqrt(scale))));
    const weight = node.id === values.focus || /Country|Organisation/.test(node.group) ? 600 : 400;
    context.font = `${weight} ${px}px ${FONT}`;
    const lines = node.label.split('\n');
    const width = Math.max(...lines.map((line) => widthOf(context, line)));
    const at = places.get(node.id);
    const radius = (node === ringed() ? node.size * 1.15 + 6 : node.size) * scale;
    const height = lines.length * px * 1.16;
    const bigger = () => taken.filter(({ size }) => size === undefined || size > node.size);
    const box = room(at, radius, width, height, taken) ||
      ((light || rank < LEADING) && room(at, radius, width, height, bigger())) ||
      (must && room(at, radius, width, height, []));
    if (!box) continue;
    taken.push(box);
    drawn += 1;
    context.lineWidth = 3.5;
    context.strokeStyle = ground;
    context.fillStyle = ink;
    lines.forEach((line, row) => {
      const x = box.left + 3 + (width - widthOf(context, line)) / 2;
      const y = box.top + row * px * 1.16;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
  context.restore();
  picture.dataset.labels = drawn;
}
