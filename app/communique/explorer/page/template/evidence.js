// The panel: what releases say of the selected node or edge. Text goes in as text, never as markup.

const panel = document.getElementById('panel');

/** An element with properties and children; strings become text nodes. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const verbOf = (relation) => relation.replaceAll('_', ' ').toLowerCase();
/** A number with a comma at the thousands; what browsers bring for it takes long the first time. */
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
const plural = (number, noun, nouns = `${noun}s`) =>
  `${grouped(number)} ${number === 1 ? noun : nouns}`;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An ISO 8601 period as people write it: "20 November 2023", "May 2024", "3 to 5 June 2024". */
function dateText(period) {
  return period.split('/').map((part) => {
    const [year, month, day] = part.split('-').map(Number);
    return [day, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
  }).join(' to ');
}

function endButton(id, selected) {
  if (id === selected) return make('strong', {}, entities[id].name);
  const button = make('button', { type: 'button', className: 'link' }, entities[id].name);
  button.addEventListener('click', () => select(id, true));
  return button;
}

/** The quote with both names marked. */
function quote(text, names) {
  const wanted = names.filter((name) => name.length > 2).sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const block = make('blockquote');
  const parts = wanted.length ? text.split(new RegExp(`(${wanted.join('|')})`, 'gi')) : [text];
  parts.forEach((part, n) => block.append(n % 2 ? make('mark', {}, part) : part));
  return block;
}

function cite({ release, name }) {
  const found = release === null ? null : releases[release];
  if (!found) return make('cite', {}, name);
  const title = found.url
    ? make('a', { href: found.url, target: '_blank', rel: 'noopener noreferrer' }, found.title)
    : found.title;
  const rest = [found.source, found.published && dateText(found.published)].filter(Boolean).join(', ');
  return make('cite', {}, title, rest ? ` · ${rest}` : '');
}

function factArticle(number, selected) {
  const fact = facts[number];
  const { date, status, role, place, event, amount } = fact.qualifiers;
  const names = [fact.subject, fact.object].flatMap((id) => [entities[id].name, ...entities[id].aliases]);
  const verb = make('span', { className: `verb ${familyOf.get(fact.relation)}` }, ` ${verbOf(fact.relation)} `);
  const details = make('div', { className: 'facts' });
  if (date) details.append(make('time', {}, dateText(date)));
  if (status) details.append(make('span', { className: status }, status));
  for (const [word, value] of [['as', role], ['in', place], ['at', event], ['', amount]]) {
    if (value) details.append(make('span', {}, `${word} ${value}`.trim()));
  }
  const article = make('article', {},
    make('div', { className: 'says' }, endButton(fact.subject, selected), verb, endButton(fact.object, selected)),
    details.childElementCount ? details : null);
  for (const item of fact.evidence) article.append(quote(item.text, names), cite(item));
  return article;
}

/** Newest first, undated last. */
const byDate = (a, b) => (facts[b].to || '').localeCompare(facts[a].to || '') || a - b;

function closeButton() {
  const button = make('button', { type: 'button', className: 'link close' }, 'Show all');
  button.addEventListener('click', () => select(null));
  return button;
}

function factList(numbers, selected) {
  const shown = numbers.filter((number) => view.facts.has(number)).sort(byDate);
  const hidden = numbers.length - shown.length;
  panel.append(...shown.map((number) => factArticle(number, selected)));
  if (hidden) panel.append(make('p', { className: 'quiet' }, `${plural(hidden, 'more fact')} outside the filters.`));
}

function showNode(id) {
  const { name, type, aliases, iso3, wikidata, links } = entities[id];
  const about = [type, iso3, wikidata].filter(Boolean).join(' · ');
  panel.append(closeButton(), make('h2', {}, name), make('p', { className: 'quiet' }, about));
  if (aliases.length) panel.append(make('p', { className: 'quiet' }, `Also: ${aliases.join(', ')}`));
  for (const { predicate, target, source } of links) {
    const anchor = make('a', { href: target, rel: 'noopener noreferrer', title: source || target }, target);
    panel.append(make('p', { className: 'quiet' }, `${predicate} `, anchor));
  }
  const numbers = edgesAt.get(id).flatMap((edge) => edge.facts);
  panel.append(make('h3', {}, plural(numbers.length, 'fact')));
  factList(numbers, id);
}

function showEdge(id) {
  const { from, to } = edgeOf.get(id);
  const between = edgesAt.get(from).filter((edge) => edge.from === to || edge.to === to);
  const numbers = between.flatMap((edge) => edge.facts);
  const cited = new Set(numbers.flatMap((number) => facts[number].evidence.map((item) => item.name)));
  panel.append(closeButton(), make('h2', {}, `${entities[from].name} – ${entities[to].name}`),
    make('h3', {}, `${plural(numbers.length, 'fact')} from ${plural(cited.size, 'release')}`));
  factList(numbers, null);
}

/** With nothing selected the panel lists what the picture shows, so that no one needs the picture. */
function showAll() {
  const counts = new Map(drawnNodes.map(({ id }) =>
    [id, edgesAt.get(id).reduce((sum, edge) => sum + (view.edges.get(edge.id) || []).length, 0)]));
  const shown = drawnNodes.filter(({ id }) => view.nodes.has(id)).sort((a, b) =>
    counts.get(b.id) - counts.get(a.id) || entities[a.id].name.localeCompare(entities[b.id].name));
  panel.append(make('h2', {}, 'Entities'),
    make('p', { className: 'quiet' }, 'Click a node or a line for the sentences it rests on.'));
  for (const { id, group, shape } of shown) {
    const button = make('button', { type: 'button', className: 'listed' }, shapeKey(group, shape),
      make('span', {}, entities[id].name), make('small', { className: 'count' }, plural(counts.get(id), 'fact')));
    button.addEventListener('click', () => select(id, true));
    panel.append(button);
  }
}

function showPanel() {
  panel.replaceChildren();
  const { selected } = view;
  if (nodeOf.has(selected)) showNode(selected);
  else if (edgeOf.has(selected)) showEdge(selected);
  else showAll();
  panel.scrollTop = 0;
}
