// Filters: which facts are shown, by time, status, relation and type of entity; and the search.

const SVG = 'http://www.w3.org/2000/svg';
const control = (id) => document.getElementById(id);

const OUTLINES = {
  dot: 'M8 2a6 6 0 1 0 .01 0Z',
  square: 'M3 3H13V13H3Z',
  diamond: 'M8 1L15 8L8 15L1 8Z',
  star: 'M8 1L9.9 5.9L15 6.2L11 9.5L12.3 14.6L8 11.7L3.7 14.6L5 9.5L1 6.2L6.1 5.9Z',
  hexagon: 'M4.5 2H11.5L15 8L11.5 14H4.5L1 8Z',
  triangle: 'M8 2L15 14H1Z',
};

function drawn(viewBox, classes, path, pathClasses) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('class', classes);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  line.setAttribute('class', pathClasses);
  svg.append(line);
  return svg;
}

const shapeKey = (type, shape) => drawn('0 0 16 16', 'key shape', OUTLINES[shape], `fill-${type}`);
const lineKey = (family) =>
  drawn('0 0 26 12', 'key', 'M1 6H25', `line ${family}${family === 'standing' ? ' dotted' : ''}`);

function addChoice(parent, name, key, text, count) {
  const box = make('input', { type: 'checkbox', checked: true, defaultChecked: true, value: name });
  parent.append(make('label', { className: 'row' }, box, key, make('span', {}, text),
    make('span', { className: 'count' }, grouped(count))));
}

function addChoices() {
  for (const { name, family, count } of values.relations) {
    addChoice(control('relations'), name, lineKey(family), verbOf(name), count);
  }
  for (const { name, shape, count } of values.types) {
    addChoice(control('types'), name, shapeKey(name, shape), name, count);
  }
  const planned = facts.filter((fact) => fact.qualifiers.status === 'planned').length;
  control('planned-count').textContent = planned;
  control('held-count').textContent = facts.length - planned;
  control('undated-count').textContent = facts.filter((fact) => !fact.from).length;
}

const chosen = (id) =>
  new Set([...control(id).querySelectorAll('input:checked')].map((box) => box.value));

/** Applies the filters to `view`; entities without a shown fact are not shown, the focus always is. */
function applyFilters() {
  const [relations, types] = [chosen('relations'), chosen('types')];
  const [from, to] = [control('from').value || '0000', control('to').value || '9999'];
  const inTime = (fact) => (fact.from ? fact.from <= to && fact.to >= from : control('undated').checked);
  const passes = (fact) =>
    relations.has(fact.relation) && inTime(fact) &&
    types.has(entities[fact.subject].type) && types.has(entities[fact.object].type) &&
    control(fact.qualifiers.status === 'planned' ? 'planned' : 'held').checked;
  view.facts = new Set(facts.flatMap((fact, number) => (passes(fact) ? [number] : [])));
  view.edges = new Map();
  view.nodes = new Set(values.focus ? [values.focus] : []);
  for (const edge of drawnEdges) {
    const shown = edge.facts.filter((number) => view.facts.has(number));
    if (!shown.length) continue;
    view.edges.set(edge.id, shown);
    view.nodes.add(edge.from).add(edge.to);
  }
  control('nothing').hidden = view.facts.size > 0;
  for (const bar of control('histogram').children) {
    bar.className = bar.dataset.last >= from && bar.dataset.first <= to ? 'in' : '';
  }
  const cited = new Set([...view.facts].flatMap((number) => facts[number].evidence.map(({ name }) => name)));
  control('shown').textContent = `${plural(view.nodes.size, 'entity', 'entities')}, ` +
    `${plural(view.facts.size, 'fact')}, ${plural(cited.size, 'release')}`;
}

/** Facts by month, or by year if they span more than five. A bar sets the range to its time. */
function drawHistogram() {
  const days = facts.filter((fact) => fact.from).map((fact) => fact.from).sort();
  if (!days.length) return;
  const [first, last] = [days[0], days[days.length - 1]];
  const yearly = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) > 5;
  const bins = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    for (let month = 1; month <= (yearly ? 1 : 12); month += 1) {
      const start = `${year}-${String(month).padStart(2, '0')}-01`;
      const stop = yearly ? `${year}-12-31`
        : new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
      bins.push({ start, stop, count: days.filter((day) => day >= start && day <= stop).length });
    }
  }
  const used = yearly ? bins
    : bins.filter(({ start, stop }) => stop >= first && start <= last);
  const most = Math.max(...used.map(({ count }) => count));
  for (const { start, stop, count } of used) {
    const bar = make('i', { title: `${dateText(start.slice(0, yearly ? 4 : 7))}: ${plural(count, 'fact')}` });
    Object.assign(bar.dataset, { first: start, last: stop });
    bar.style.height = `${count ? Math.max(8, (100 * count) / most) : 2}%`;
    bar.addEventListener('click', () => {
      control('from').value = start;
      control('to').value = stop;
      refresh();
    });
    control('histogram').append(bar);
  }
}

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Entities by name or alias, those that begin with the words first; then facts by quote. */
function search(words) {
  const wanted = folded(words.trim());
  if (!wanted) return [];
  const named = drawnNodes.flatMap(({ id }) => {
    const places = [entities[id].name, ...entities[id].aliases].map((name) => folded(name).indexOf(wanted));
    const best = Math.min(...places.map((place) => (place < 0 ? Infinity : place)));
    return best === Infinity ? [] : [{ id, best }];
  });
  named.sort((a, b) => Math.sign(a.best) - Math.sign(b.best) || nodeOf.get(b.id).degree - nodeOf.get(a.id).degree);
  const quoted = wanted.length < 3 ? [] : drawnEdges.filter((edge) =>
    edge.facts.some((n) => facts[n].evidence.some((item) => folded(item.text).includes(wanted))));
  return [...named.slice(0, 7).map(({ id }) => id), ...quoted.slice(0, 5).map(({ id }) => id)];
}

function showFound() {
  const list = control('found');
  const words = control('search').value;
  list.replaceChildren(...search(words).map((id) => {
    const edge = edgeOf.get(id);
    const button = edge
      ? make('button', { type: 'button' }, lineKey(familyOf.get(edge.relation)),
        make('span', {}, `${entities[edge.from].name} – ${entities[edge.to].name} `, make('small', {}, 'in a quote')))
      : make('button', { type: 'button' }, shapeKey(entities[id].type, nodeOf.get(id).shape), make('span', {}, entities[id].name));
    button.addEventListener('click', () => select(id, true));
    return make('li', {}, button);
  }));
  if (words.trim() && !list.childElementCount) {
    list.append(make('li', { className: 'quiet' }, 'Nothing found in this picture.'));
  }
}
