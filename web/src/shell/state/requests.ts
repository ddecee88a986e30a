import type { Filters } from "../../state";
import { ProblemError, type Parameters } from "../../view";
import { filterParameters } from "./address";

function queryOf(parameters: Parameters, filters: Filters | null): string {
  const query = new URLSearchParams(filters === null ? [] : filterParameters(filters));
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

const asSentence = (text: string): string => {
  const words = text.trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1) + (/[.?!…]$/.test(words) ? "" : ".");
};

async function saidBy(response: Response): Promise<string> {
  if (response.status === 401) {
    return "This page no longer has access. Open the address that “communique explore” printed.";
  }
  const problem: unknown = await response.json().catch(() => null);
  const detail = (problem as { detail?: unknown } | null)?.detail;
  return typeof detail === "string" && detail !== "" ? asSentence(detail) : `The server refused with status ${response.status}.`;
}

async function answered<T>(path: string, request: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/${path.replace(/^\/?(api\/)?/, "")}`, { credentials: "same-origin", ...request });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError("The explorer does not answer. Is “communique explore” still running?", 0);
  }
  if (!response.ok) throw new ProblemError(await saidBy(response), response.status);
  return (await response.json()) as T;
}

/** GET of JSON; the filters are added unless null. */
export function asked<T>(path: string, parameters: Parameters, filters: Filters | null, signal?: AbortSignal): Promise<T> {
  return answered<T>(path + queryOf(parameters, filters), signal ? { signal } : {});
}

/** POST of JSON. */
export function sent<T>(path: string, body: unknown): Promise<T> {
  const headers = { "Content-Type": "application/json" };
  return answered<T>(path, { method: "POST", headers, body: JSON.stringify(body) });
}
