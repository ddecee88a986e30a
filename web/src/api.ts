/** What the server answers, as JSON. Field names are those of the statement export. */

export type EntityType = "Person" | "Country" | "Organisation" | "Place" | "Operation" | "Event";
export type Status = "planned" | "held";

export interface Entity {
  id: string;
  name: string;
  type: EntityType;
}

export interface NamedEntity extends Entity {
  aliases: string[];
  iso3: string | null;
  wikidata: string | null;
  /** Facts about it, whatever the filters. */
  facts: number;
}

/** A fact without its quotes. `first` and `last` are the days that `date` covers. */
export interface Fact {
  key: string;
  subject: Entity;
  relation: string;
  object: Entity;
  date: string | null;
  first: string | null;
  last: string | null;
  status: Status | null;
  role: string | null;
  place: string | null;
  event: string | null;
  amount: string | null;
  confidence: number;
  support: number;
}

/** Offsets count code points of the release text, half open. */
export interface Quote {
  text: string;
  release: string;
  headline: string;
  source: string;
  published: string | null;
  /** Only http and https. */
  url: string | null;
  start: number;
  end: number;
  rule: string;
}

export interface ToldFact extends Fact {
  quotes: Quote[];
}

export interface Count {
  name: string;
  count: number;
}

/** GET /api/graph */
export interface Graph {
  /** Changes whenever the store does. */
  version: string;
  store: string;
  entities: number;
  facts: number;
  releases: number;
  first: string | null;
  last: string | null;
  /** Whether release texts, review and judgements are at hand. */
  ledger: boolean;
  /** Whether free Cypher is allowed. */
  cypher: boolean;
  /** Best-connected persons, organisations and countries, to begin with. */
  prominent: NamedEntity[];
}

/** GET /api/facets: what each filter would leave, under all the others. */
export interface Facets {
  total: number;
  relations: Count[];
  /** Left where the type is chosen beside those that are: facts both of whose ends are of these. */
  types: Count[];
  statuses: Count[];
  sources: Count[];
  /** Lower bounds "0.5", "0.6" … and how many facts are at or above. */
  confidence: Count[];
  support: Count[];
  /** "2023-11": facts that begin in the month, in order, none left out between. */
  months: Count[];
  /** Facts that begin in months left out before and after these: at most a hundred years are told. */
  beyond: number;
  undated: number;
}

/** GET /api/search?q= */
export interface Found {
  entities: NamedEntity[];
  truncated: boolean;
}

export interface Node extends Entity {
  facts: number;
  /** Neighbours under the filters that are not in this answer. */
  hidden: number;
}

/** Facts of one relation between the same two in the same direction. */
export interface Edge {
  id: string;
  source: string;
  target: string;
  relation: string;
  symmetric: boolean;
  count: number;
  first: string | null;
  last: string | null;
  status: Status | "mixed" | null;
  keys: string[];
}

/** GET /api/network?focus=ID…&depth=1|2&limit=&expand=ID… : `expand` adds neighbours of those that are not
 * shown yet, 40 each time that an id is given.
 * With key=… only those facts and their ends, at most 200. */
export interface Network {
  nodes: Node[];
  edges: Edge[];
  /** How many nodes there would be without the limit. */
  total: number;
  truncated: boolean;
}

/** GET /api/path?from=ID&to=ID&through=meetings|all: shortest; no nodes if there is none. */
export interface Path extends Network {
  /** Ids from one end to the other. */
  steps: string[];
  /** The facts on it, in order of time. */
  facts: Fact[];
}

export interface Bar {
  /** Facts; `keys` are those of the first 200. */
  count: number;
  keys: string[];
  relation: string;
  status: Status | "mixed" | null;
  first: string;
  last: string;
  /** The others: whom it was with, or where; at most 60, the label has how many more. */
  others: Entity[];
  label: string;
}

/** GET /api/timeline?by=person|country|organisation&focus=ID…: busiest lanes first. */
export interface Timeline {
  lanes: { entity: Entity; bars: Bar[] }[];
  undated: number;
  total: number;
  truncated: boolean;
}

/** GET /api/matrix?by=person|organisation|country&order=similarity|region|name&focus=ID… */
export interface Matrix {
  entities: (Entity & { region: string | null; meetings: number })[];
  /** Positions in `entities`; row ≤ column. `keys` are at most 200, `count` is of all. */
  cells: { row: number; column: number; count: number; planned: number; keys: string[] }[];
  total: number;
  truncated: boolean;
}

/** GET /api/map */
export interface WorldMap {
  countries: {
    id: string;
    name: string;
    iso3: string;
    visits: number;
    meetings: number;
    events: number;
    /** Of at most 200 of them. */
    keys: string[];
  }[];
  /** Facts whose place lies in no country that the graph knows. */
  unplaced: number;
}

export interface Part {
  entity: Entity;
  role: string | null;
  status: Status | "mixed" | null;
  /** Facts; `keys` are those of the first 200. */
  count: number;
  keys: string[];
}

/** GET /api/operations: latest first, undated last. */
export interface Operations {
  operations: {
    entity: Entity;
    first: string | null;
    last: string | null;
    leads: Part[];
    coordinators: Part[];
    supporters: Part[];
    funders: Part[];
    participants: Part[];
    countries: Part[];
    releases: number;
  }[];
  total: number;
  truncated: boolean;
}

/** GET /api/facts?about=ID&about=ID&key=…&sort=date|subject|relation|object|…|-date&offset=&limit= */
export interface Facts {
  facts: Fact[];
  /** Of the graph; asked for with the next page, that is of the same graph or 409. */
  version: string;
  total: number;
  truncated: boolean;
}

/** GET /api/evidence?key=… (at most 200) */
export interface Evidence {
  facts: ToldFact[];
}

/** GET /api/entities/ID */
export interface EntityPage {
  entity: NamedEntity;
  /** Ids of earlier graphs. */
  former: string[];
  offices: { role: string | null; body: Entity; first: string | null; last: string | null; keys: string[] }[];
  meetings: Fact[];
  visits: Fact[];
  operations: Fact[];
  others: Fact[];
  /** Most frequent others, with the number of facts. */
  neighbours: (Entity & { count: number })[];
  releases: { id: string; headline: string; source: string; published: string | null }[];
  truncated: boolean;
}

export interface ReleaseHead {
  id: string;
  headline: string;
  source: string;
  published: string | null;
  url: string | null;
  facts: number;
}

/** GET /api/releases?q=&stating=&offset=&limit= : latest first; stating=true leaves out those without facts */
export interface Releases {
  releases: ReleaseHead[];
  total: number;
  truncated: boolean;
}

/** GET /api/releases/ID; `text` is null without a ledger. Spans count code points. Facts have their
 * quotes of this release, and the first of others. */
export interface Release {
  release: ReleaseHead;
  text: string | null;
  mentions: { start: number; end: number; entity: Entity }[];
  facts: ToldFact[];
}

export interface Parameter {
  name: string;
  kind: string;
  description: string;
  required: boolean;
  default: string | number | null;
  types: EntityType[];
}

/** GET /api/questions */
export interface Questions {
  questions: {
    name: string;
    group: string;
    question: string;
    parameters: Parameter[];
  }[];
}

/** GET /api/questions/NAME?PARAMETER=… */
export interface Answer {
  template: string;
  question: string;
  parameters: Record<string, string | number | string[] | null>;
  columns: { name: string; kind: string }[];
  rows: Record<string, unknown>[];
  /** Keys of the facts that each row rests on. */
  keys: string[][];
  /** Those that rows and parameters name by their ids. */
  entities: Entity[];
  truncated: boolean;
}

/** GET /api/ask?q= */
export interface Reply {
  /** Which question was understood; null if none was. */
  answer: Answer | null;
  refusal: string | null;
  notes: string[];
  others: { template: string; question: string; parameters: Record<string, string> }[];
  /** Those that `others` name by their ids. */
  entities: NamedEntity[];
}

/** One of two that may be one. `mentions` are at most 20, those nearest in time to the other's. */
export interface Party {
  entity: NamedEntity;
  posts: string[];
  /** Number of releases that name it, with the days of the first and the last. */
  releases: number;
  first: string | null;
  last: string | null;
  mentions: { release: string; headline: string; published: string | null; name: string; quote: string }[];
}

/** GET /api/review: pairs that the rules are not sure of; most facts first. POST /api/review
 * {id, ruling: "same" | "different" | "unsure", reason?} judges a pair as it was shown and POST
 * /api/review/undo {keys} takes judgements back; both answer with what is left (409: it is gone). */
export interface Review {
  pairs: { id: string; one: Party; other: Party; reason: string; score: number; features: { name: string; weight: number }[]; facts: number }[];
  /** Latest first; `key` is what undo takes. */
  judgements: { key: string; ruling: string; one: string; other: string; author: string; day: string }[];
  total: number;
  truncated: boolean;
  /** Whether the graph still lacks what was judged; it is brought up to date meanwhile. */
  pending: boolean;
  /** Why that failed, if it did. */
  trouble: string | null;
}

/** POST /api/cypher {query, parameters?, limit?}; 403 unless the server allows it. */
export interface FreeAnswer {
  columns: string[];
  /** Values in the order of the columns. */
  rows: unknown[][];
  truncated: boolean;
  /** What the query names and no graph has: labels, relationship types, properties. */
  hints: string[];
}

/** Every error: what happened and what to do. */
export interface Problem {
  detail: string;
}
