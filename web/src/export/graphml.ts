import type { Entity, Fact, Quote } from "../api";

type Value = string | number;
type Attributes = Record<string, Value | null>;

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
`;

/** Stands between quotes, releases and rules, as in the GraphML of `communique export`. */
const SEPARATOR = " | ";

/** Entities as nodes by id and facts as edges by key, with the attributes that `communique export`
 * gives them; what is unknown is left out. */
export function graphml(facts: readonly (Fact & { quotes?: readonly Quote[] })[]): Blob {
  const entities = new Map<string, Entity>();
  for (const fact of facts) for (const end of [fact.subject, fact.object]) entities.set(end.id, end);
  const nodes = [...entities.values()].map((entity) => ({ id: entity.id, attributes: ofEntity(entity) }));
  const edges = facts.map((fact) => ({ fact, attributes: ofFact(fact) }));
  const keys = new Keys();
  const body = [
    ...nodes.map(({ id, attributes }) => `    <node id="${escaped(id)}">${keys.told("node", attributes)}</node>\n`),
    ...edges.map(({ fact, attributes }) => {
      const ends = `source="${escaped(fact.subject.id)}" target="${escaped(fact.object.id)}"`;
      return `    <edge id="${escaped(fact.key)}" ${ends}>${keys.told("edge", attributes)}</edge>\n`;
    }),
  ];
  const graph = ['  <graph edgedefault="directed">\n', ...body, "  </graph>\n</graphml>\n"];
  return new Blob([OPENING, keys.declared(), ...graph], { type: "application/xml" });
}

function ofEntity(entity: Entity): Attributes {
  return { label: entity.name, entity_type: entity.type };
}

function ofFact(fact: Fact & { quotes?: readonly Quote[] }): Attributes {
  const joined = (part: (quote: Quote) => string): string | null =>
    fact.quotes?.length ? fact.quotes.map(part).join(SEPARATOR) : null;
  return {
    label: fact.relation,
    relation: fact.relation,
    weight: fact.support,
    start: fact.first,
    end: fact.last,
    date: fact.date,
    status: fact.status,
    role: fact.role,
    place: fact.place,
    event: fact.event,
    amount: fact.amount,
    confidence: fact.confidence,
    support: fact.support,
    releases: joined((quote) => quote.release),
    quotes: joined((quote) => quote.text),
    rules: joined((quote) => quote.rule),
  };
}

/** The attributes that have been told, in the order in which they came. */
class Keys {
  private readonly known = new Map<string, string>();

  told(element: "node" | "edge", attributes: Attributes): string {
    return Object.entries(attributes)
      .filter((entry): entry is [string, Value] => entry[1] !== null)
      .map(([name, value]) => `<data key="${this.key(element, name, value)}">${escaped(String(value))}</data>`)
      .join("");
  }

  declared(): string {
    return [...this.known.values()].join("");
  }

  private key(element: string, name: string, value: Value): string {
    const id = `${element}-${name}`;
    if (!this.known.has(id)) {
      const type = typeof value === "number" ? "double" : "string";
      this.known.set(id, `  <key id="${id}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`);
    }
    return id;
  }
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };

/** Text for XML 1.0; characters that it forbids are left out. */
function escaped(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replace(/[&<>"\r]/g, (sign) => ENTITIES[sign] ?? sign);
}
