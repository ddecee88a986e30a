import type { Entity, EntityPage } from "../api";
import { orGone, ProblemError, type Context } from "../view";

/** Remembers what has been seen, so that its name need not be asked for. */
export function remember(context: Context, entities: Iterable<Entity>): void {
  for (const { id, name, type } of entities) context.seen.set(id, { id, name, type });
}

/** Name and type of an id; null if the graph has no such entity. */
export async function entityOf(context: Context, id: string, signal?: AbortSignal): Promise<Entity | null> {
  const seen = context.seen.get(id) ?? context.graph.prominent.find((one) => one.id === id);
  if (seen) return seen;
  const page = await orGone(context.ask<EntityPage>(`entities/${encodeURIComponent(id)}`, {}, signal ? { signal } : {}));
  if (page instanceof ProblemError) return null;
  remember(context, [{ ...page.entity, id }]);
  return page.entity;
}
