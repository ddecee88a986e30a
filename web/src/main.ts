import "./style/index.css";
import type { Graph } from "./api";
import { h } from "./dom";
import { Application } from "./shell/application";
import { asked } from "./shell/state/requests";
import { applyTheme, keptTheme, systemIsDark } from "./shell/theme/theme";
import { ProblemError } from "./view";

async function start(): Promise<void> {
  systemIsDark().addEventListener("change", () => applyTheme(keptTheme()));
  try {
    new Application(await asked<Graph>("graph", {}, null), document.body);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const again = h("button", { type: "button", onclick: () => location.reload() }, "Try again");
    document.body.replaceChildren(
      h("main", { class: "notice" }, h("h1", {}, "communique"), h("p", {}, error.message), h("p", {}, again)));
  }
}

void start();
