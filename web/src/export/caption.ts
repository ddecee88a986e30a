import { dayFrom, spoken } from "../wording/days";
import { counted } from "../wording/words";
import { entityOf } from "../reading/names";
import { filterWords } from "../shell/filters/words";
import type { Context } from "../view";

/** What a picture is of, for who gets it without the page around it. */
export interface Caption {
  title: string;
  lines: readonly string[];
  /** As the page shows it below the picture. */
  legend: HTMLElement | null;
}

const LEGEND = ".view:not([hidden]) :is(.view-legend, .legend)";

const KINDS: Record<string, string> = { organisation: "organisations", country: "countries" };

/** Of whom there are lanes or lines, by the option of the view. */
export const kindIn = (context: Context): string => KINDS[context.state.options["by"] ?? ""] ?? "people";

/** Caption of the view that is shown; `shown` says how much is in it, `focus` what it is around. */
export async function captionOf(context: Context, title: string, shown: string, focus = context.state.focus): Promise<Caption> {
  const { filters } = context.state;
  const around = await Promise.all(focus.map((id) => entityOf(context, id)));
  const names = around.map((entity) => entity?.name ?? "somebody unknown");
  const now = new Date();
  const made = spoken(dayFrom(now.getFullYear(), now.getMonth(), now.getDate()));
  return {
    title: names.length > 0 ? `${title} around ${names.join(", ")}` : title,
    lines: [
      `${shown}. Filters: ${filterWords(filters)}.`,
      `Made ${made} by communique from ${counted(context.graph.facts, "fact")} of ${counted(context.graph.releases, "release")}.`,
    ],
    legend: document.querySelector<HTMLElement>(LEGEND),
  };
}

/** How many facts parts rest on, each counted once as far as its key is told. */
export function factsIn(parts: readonly { keys: readonly string[]; count?: number }[]): string {
  const keys = new Set(parts.flatMap((part) => part.keys));
  const untold = parts.reduce((sum, { keys: told, count = told.length }) => sum + Math.max(0, count - told.length), 0);
  return counted(keys.size + untold, "fact");
}
