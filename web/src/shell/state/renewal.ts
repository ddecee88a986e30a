import type { Graph } from "../../api";
import { ProblemError } from "../../view";
import type { Application } from "../application";

const OFTEN = 30_000; // ms

/** Looks now and then whether the graph changed, as when a build ends, and shows it anew then. */
export function watchGraph(application: Application): void {
  const look = async (): Promise<void> => {
    if (document.visibilityState !== "visible") return;
    const graph = await application.ask<Graph>("graph").catch(() => null); // views tell what is wrong
    if (graph !== null && graph.version !== application.graph.version) application.renew(graph);
  };
  setInterval(() => void look(), OFTEN);
  document.addEventListener("visibilitychange", () => void look());
}

/** Has the store read again now, and shows what it holds. */
export async function renewNow(application: Application): Promise<void> {
  application.announce("Reading the graph again …");
  try {
    const graph = await application.send<Graph>("refresh", {});
    if (graph.version === application.graph.version) application.announce("The graph has not changed");
    else application.renew(graph);
  } catch (error) {
    application.announce(error instanceof ProblemError ? error.message : String(error));
  }
}
