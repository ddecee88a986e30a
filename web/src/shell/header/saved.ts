import { h } from "../../dom";
import { json } from "../../export/cells";
import { download } from "../../parts/files";
import { NO_FILTERS, type Filters, type State } from "../../state";
import { VIEWS } from "../../views";
import type { Context } from "../../view";
import { read, written } from "../state/address";

/** What a file of a view says that it is. */
const FORMAT = "communique view 1";

const MOST_BYTES = 1_000_000;

/** The state as a file, by which the view is opened again: here, later, or by somebody else. */
function viewFile(context: Context): Blob {
  return json({ format: FORMAT, store: context.graph.version, state: context.state });
}

const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === "string") ? (value as string[]) : null;

const textOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function filtersOf(value: unknown): Filters | null {
  if (!isRecord(value)) return null;
  const [relations, types, statuses, sources] = [value["relations"], value["types"], value["statuses"], value["sources"]].map(texts);
  const { since, until, undated, confidence, support } = { ...NO_FILTERS, ...value } as Record<string, unknown>;
  if (!relations || !types || !statuses || !sources || !textOrNull(since) || !textOrNull(until)) return null;
  if (typeof undated !== "boolean" || typeof confidence !== "number" || typeof support !== "number") return null;
  return { relations, types, statuses, sources, since, until, undated, confidence, support };
}

/** The state that a file has; null if it is none of ours. */
function stateIn(text: string): State | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(content) || content["format"] !== FORMAT || !isRecord(content["state"])) return null;
  const { view, item, focus, selected, filters, options } = content["state"];
  const [foci, keys, kept] = [texts(focus), texts(selected), filtersOf(filters)];
  const isOptions = isRecord(options) && Object.values(options).every((one) => typeof one === "string");
  if (typeof view !== "string" || !VIEWS.some((one) => one.name === view) || !textOrNull(item)) return null;
  if (!foci || !keys || !kept || !isOptions) return null;
  const state = { view, item, focus: foci, selected: keys, filters: kept, options: options as Record<string, string> };
  return { ...read(written(state)), selected: keys.slice(0, 200) }; // what an address cannot say is left out
}

async function open(context: Context, file: File): Promise<void> {
  const state = file.size > MOST_BYTES ? null : stateIn(await file.text());
  if (state === null) {
    context.announce(`${file.name} is no view that “Save this view” has written`);
    return;
  }
  context.go(state);
  context.announce(`${file.name} was opened`);
}

/** Saves the view as a file, and opens one. */
export function savedItems(context: Context, done: () => void): HTMLElement[] {
  const input = h("input", { type: "file", accept: "application/json,.json", hidden: true, "aria-label": "File of a view" });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    done();
    if (file) void open(context, file);
    input.value = "";
  });
  const save = (): void => {
    done();
    download("view.json", viewFile(context));
    context.announce("view.json was saved");
  };
  return [
    h("hr", {}),
    h("button", { type: "button", "data-saved": "save", onclick: save }, "Save this view as a file"),
    h("button", { type: "button", "data-saved": "open", onclick: () => input.click() }, "Open a saved view …"),
    input,
  ];
}
