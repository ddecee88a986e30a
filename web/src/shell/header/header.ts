import type { NamedEntity } from "../../api";
import { h, replace } from "../../dom";
import { counted, spanWords } from "../../wording/words";
import { VIEWS } from "../../views";
import type { Application } from "../application";
import { exportMenu } from "./exports";
import { helpDialog } from "./help";
import { renewNow } from "../state/renewal";
import { SearchBox } from "./search";
import { keptTheme, nextTheme, type Theme } from "../theme/theme";

const THEMES: Record<Theme, string> = { system: "◐ System", light: "☀ Light", dark: "☾ Dark" };

/** Name of the store, search, undo, export, theme, help; and the tabs. */
export class Header {
  readonly search: SearchBox;
  readonly element: HTMLElement;
  private readonly tabs = VIEWS.map((view) =>
    h("button", { type: "button", class: "tab", "data-tab": view.name, onclick: () => this.application.go({ view: view.name }) }, view.title));
  private readonly extent = h("span", { class: "quiet extent" });
  private readonly undo = h("button", { type: "button", title: "Undo (Ctrl Z)", onclick: () => this.application.steps.undo() }, "↶ Undo");
  private readonly redo = h("button", { type: "button", title: "Redo (Ctrl Shift Z)", onclick: () => this.application.steps.redo() }, "↷ Redo");
  private readonly exports = h("div", { class: "menu" });

  constructor(private readonly application: Application) {
    this.search = new SearchBox(application, {
      id: "found",
      label: "Search",
      placeholder: "Search people, countries, organisations …   /",
      chosen: (entity, adding) => this.chosen(entity, adding),
    });
    this.search.element.setAttribute("role", "search");
    this.element = h("header", { class: "header" },
      h("div", { class: "top" },
        h("div", { class: "brand" }, h("h1", {}, "communique"),
          this.extent),
        this.search.element,
        h("div", { class: "tools" }, this.undo, this.redo, this.exports, 
          h("button", { type: "button", title: "Read the graph again", "aria-label": "Read the graph again", onclick: () => void renewNow(application) }, "⟳"),
          this.themeButton(),
          h("button", { type: "button", title: "Keyboard (?)", "aria-label": "Keyboard help", onclick: () => helpDialog().showModal() }, "?"))),
      h("nav", { class: "tabs", "aria-label": "Views" }, this.tabs));
  }

  /** The entity becomes the focus, or one more of it; views without focus give way to the entity's page. */
  private chosen(entity: NamedEntity, adding: boolean): void {
    const { state, view } = this.application;
    const focus = adding ? [...state.focus.filter((id) => id !== entity.id), entity.id] : [entity.id];
    const kept = Object.entries(state.options).filter(([name]) => !["path", "only", "page"].includes(name));
    if (view.focus !== undefined) this.application.go({ focus, options: Object.fromEntries(kept) });
    else this.application.go({ view: "entity", item: entity.id, focus });
    (document.querySelector<HTMLElement>(".view-network:not([hidden]) .canvas") ?? document.getElementById("stage"))?.focus();
    this.application.announce(`${entity.name} is in focus`);
  }

  private themeButton(): HTMLButtonElement {
    const button = h("button", { type: "button", class: "theme", title: "Colours: system, light, dark" }, THEMES[keptTheme()]);
    button.addEventListener("click", () => {
      const theme = nextTheme();
      button.textContent = THEMES[theme];
      this.application.announce(`Colours: ${theme}`);
    });
    return button;
  }

  update(): void {
    const { view, steps, graph } = this.application;
    this.undo.disabled = !steps.canUndo;
    this.redo.disabled = !steps.canRedo;
    for (const tab of this.tabs) {
      if (tab.dataset["tab"] === view.name) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    this.extent.textContent = `${counted(graph.facts, "fact")} · ${counted(graph.entities, "entity", "entities")} · ${counted(graph.releases, "release")}`;
    this.extent.title = `${graph.store}: ${spanWords(graph.first, graph.last)}`;
  }

  /** What can be exported is known once the view is drawn; a view that is not seen may still hold what it showed before. */
  drawn(seen: boolean): void {
    const made = seen ? (this.application.view.exports?.() ?? []) : [];
    replace(this.exports, exportMenu(made, this.application));
  }
}
