/** What is shown, as far as the URL says it. */
export interface State {
  view: string;
  /** Ids of the entities in the middle. */
  focus: readonly string[];
  /** Id of what the view shows alone: an entity, a release, a question. */
  item: string | null;
  /** Keys of the facts that are shown in the panel. */
  selected: readonly string[];
  filters: Filters;
  /** What one view alone keeps: "by", "order", "depth", "sort", parameters of a question. */
  options: Readonly<Record<string, string>>;
}

export interface Filters {
  relations: readonly string[];
  types: readonly string[];
  statuses: readonly string[];
  sources: readonly string[];
  /** ISO 8601 days, months or years. */
  since: string | null;
  until: string | null;
  undated: boolean;
  /** Least confidence and support. */
  confidence: number;
  support: number;
}

export type Change = Partial<Omit<State, "filters">> & { filters?: Partial<Filters> };

export const NO_FILTERS: Filters = {
  relations: [],
  types: [],
  statuses: [],
  sources: [],
  since: null,
  until: null,
  undated: true,
  confidence: 0,
  support: 1,
};
