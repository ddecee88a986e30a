/** The last answer that a view got, so that a change of what is only drawn asks nothing. */

import type { Context, Parameters } from "../view";

export class LastAnswer<T> {
  private last: { key: string; answer: T } | null = null;

  constructor(private readonly path: string) {}

  /** The answer under the filters of the state. */
  async of(context: Context, parameters: Parameters, signal: AbortSignal): Promise<T> {
    const key = JSON.stringify([parameters, context.state.filters, context.graph.version]);
    if (this.last?.key !== key) {
      const answer = await context.ask<T>(this.path, parameters, { filtered: true, signal });
      this.last = { key, answer };
    }
    return this.last.answer;
  }
}
