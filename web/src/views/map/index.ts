import "./map.css";
import type { WorldMap } from "../../api";
import { h, s } from "../../dom";
import { choice } from "../../parts/choice";
import { LastAnswer } from "../../parts/last-answer";
import { samples, stepOf } from "../../drawing/scale";
import { counted } from "../../wording/words";
import { Message, type Context, type Export, type View } from "../../view";
import { Chart } from "./chart";
import { countOf, MEASURES, ranked, type Measure } from "./figures";
import { files } from "./files";
import { geography, type Geography } from "./geography";
import { list } from "./list";
import { AREAS, mainArea } from "./placing";

class MapView implements View {
  readonly name = "map";
  readonly title = "Map";
  private readonly asked = new LastAnswer<WorldMap>("map");
  private chart: Chart | null = null;
  private map: WorldMap | null = null;
  private context: Context | null = null;
  private drawn = "";
  private geography: Geography | null = null;
  private main: string | null = null;

  async show(root: HTMLElement, context: Context, signal: AbortSignal): Promise<void | Message> {
    this.context = context;
    const { options } = context.state;
    const measure = MEASURES.find(({ value }) => value === options["count"])?.value ?? "all";
    const map = await this.asked.of(context, {}, signal);
    this.geography ??= await geography();
    this.chart ??= new Chart(this.geography);
    if (signal.aborted) return;
    if (ranked(map, "all").length === 0) return new Message("No country to draw", empty(map));
    const area = AREAS.find(({ value }) => value === options["area"])?.value ?? (this.mainArea(map, this.geography));
    const drawn = `${measure} ${area}`;
    if (this.map !== map || this.drawn !== drawn || !root.hasChildNodes()) {
      [this.map, this.drawn] = [map, drawn];
      root.replaceChildren(...this.parts(map, this.chart, context, { measure, area }));
    }
    this.chart.show({ map, measure, area, context });
  }

  /** Decided once: the map must not jump when the filters change. */
  private mainArea(map: WorldMap, geography: Geography): string {
    const weights = new Map(map.countries.map((country) => [country.iso3, countOf(country, "all")]));
    this.main ??= mainArea(weights, geography);
    return this.main;
  }

  evidenceShown(): void {
    this.chart?.markSelected();
  }

  exports(): readonly Export[] {
    const { map, chart, context } = this;
    return map && chart && context ? files(context, map, () => chart.picture()) : [];
  }

  private parts(map: WorldMap, chart: Chart, context: Context, shown: { measure: Measure; area: string }): HTMLElement[] {
    const set = (name: string) => (value: string): void => context.go({ options: { ...context.state.options, [name]: value } });
    const bar = h("div", { class: "view-bar" }, choice("Counted", MEASURES, shown.measure, set("count")),
      choice("Part of the world", AREAS, shown.area, set("area")));
    const countries = list({ map, measure: shown.measure, context, point: (iso3) => chart.highlight(iso3) });
    const sheet = h("div", { class: "map-and-list" }, chart.element, h("div", { class: "map-side", tabindex: 0, role: "region", "aria-label": "Countries" }, countries));
    return [bar, sheet, h("div", { class: "view-note" }, legend(map, shown.measure), h("span", {}, note(map, context.state.filters.statuses)))];
  }
}

function legend(map: WorldMap, measure: Measure): HTMLElement {
  const most = Math.max(1, ...map.countries.map((country) => countOf(country, measure)));
  const square = (look: string): SVGSVGElement =>
    s("svg", { width: 14, height: 14, "aria-hidden": "true" }, s("g", { class: look }, s("rect", { x: 1, y: 1, width: 12, height: 12, rx: 2 })));
  const keys = samples(most).map((count) => h("span", { class: "key" }, square(`step-${stepOf(count, most)}`), `${count}`));
  return h("div", { class: "view-legend" }, h("span", { class: "key" }, square("no-count"), "none told"), keys, "circles: states too small to fill");
}

function note({ unplaced }: WorldMap, statuses: readonly string[]): string {
  const only = statuses.length === 1 && statuses[0] === "planned" ? "All of it is planned. " : "";
  const planned = statuses.length === 0 ? "What is only planned is left out; choose that status at the side to see it. " : only;
  return planned + (unplaced > 0 ? `${counted(unplaced, "fact")} in places of which no country is known.` : "");
}

function empty({ unplaced }: WorldMap): string {
  return unplaced > 0
    ? `The ${counted(unplaced, "fact")} that the filters leave are in places of which no country is known.`
    : "The filters leave no visit, meeting or event in a country. Widen them or the dates at the side.";
}

export const map: View = new MapView();
