import type { Entity, EntityPage } from "../api";
import { ProblemError, type Context } from "../view";

const known = new Map<string, Entity>();

/** Remembers what has been seen, so that its name need not be asked for. */
export function remember(entities: Iterable<Entity>): void {
  for (const { id, name, type } of entities) known.set(id, { id, name, type });
}

/** Name and type of an id; null if the graph has no such entity. */
export async function entityOf(context: Context, id: string, signal?: AbortSignal): Promise<Entity | null> {
  const seen = known.get(id) ?? context.graph.prominent.find((one) => one.id === id);
  if (seen) return seen;
  try {
    const { entity } = await context.ask<EntityPage>(`entities/${encodeURIComponent(id)}`, {}, signal ? { signal } : {});
    remember([{ ...entity, id }]);
    return entity;
  } catch (error) {
    if (error instanceof ProblemError) return null;
    throw error;
  }
}
