/** The map on the page: outlines once, then only moved; circles, names and colours anew each time. */

import type { WorldMap } from "../../api";
import { h, s } from "../../dom";
import type { Part } from "../../export/picture";
import { follow } from "../../parts/follow";
import { hint } from "../../parts/hint";
import { measureIn } from "../../drawing/lettering";
import { stepOf } from "../../drawing/scale";
import type { Context } from "../../view";
import { countOf, ranked, told, type Country, type Measure } from "./figures";
import type { Geography, Point } from "./geography";
import { AREAS, kept, labelled, sightOf, zoomed, type Sight, type Size } from "./placing";

/** Countries smaller than this on the screen, in square pixels, are circles too. */
const SMALL = 110;
const RADIUS = 6.5;

export interface Shown {
  map: WorldMap;
  measure: Measure;
  area: string;
  context: Context;
}

export class Chart {
  private readonly land = s("g", { class: "land" });
  private readonly rings = s("g", { class: "rings" });
  private readonly circles = s("g", { class: "circles" });
  private readonly names = s("g", { class: "names" });
  private readonly svg = s("svg", { class: "world", role: "img", "aria-label": "Map of what happened where; the list has the same figures" }, this.land, this.rings, this.circles, this.names);
  private readonly hint = hint();
  private readonly lettering = measureIn("11px");
  private shown: Shown | null = null;
  private sight: Sight | null = null;
  private area: string | null = null;
  private selected: ReadonlySet<string> = new Set();
  private pointed: string | null = null;
  private size: Size = { width: 0, height: 0 };
  readonly element = h("div", { class: "map-sheet" }, this.svg, this.tools(), this.hint.element);

  constructor(private readonly geography: Geography) {
    this.land.append(...geography.outlines.map(({ iso3, path }) => s("path", { d: path, "data-iso3": iso3 })));
    new ResizeObserver(() => this.resize()).observe(this.element);
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerdown", (event) => this.pan(event));
    this.svg.addEventListener("pointermove", (event) => this.point(event.target as Element, event));
    this.svg.addEventListener("pointerleave", () => this.point(null));
  }

  show(shown: Shown): void {
    this.shown = shown;
    this.resize();
    if (shown.area !== this.area) this.fit();
    this.paint();
  }

  picture(): Part[] {
    return [{ svg: this.svg }];
  }

  /** Shows which country the list points at. */
  highlight(iso3: string | null): void {
    if (iso3 === this.pointed) return;
    this.pointed = iso3;
    this.ring();
  }

  /** Rings around the countries that the panel at the side tells of. */
  markSelected(): void {
    const keys = new Set(this.shown?.context.state.selected);
    const told = keys.size === 0 ? [] : (this.shown?.map.countries.filter((one) => one.keys.some((key) => keys.has(key))) ?? []);
    this.selected = new Set(told.map(({ iso3 }) => iso3));
    this.ring();
  }

  /** Outlines above all others, which would cover half of each border. */
  private ring(): void {
    const looks = [...[...this.selected].sort().map((iso3) => ({ iso3, look: "selected" })), { iso3: this.pointed, look: "pointed" }];
    const rings = looks.flatMap(({ iso3, look }) =>
      this.geography.outlines.filter((outline) => iso3 !== null && outline.iso3 === iso3).map(({ path }) => s("path", { d: path, class: look, "data-ring": iso3 })));
    this.rings.replaceChildren(...rings);
    for (const circle of this.circles.children) {
      const iso3 = circle.getAttribute("data-iso3") ?? "";
      circle.classList.toggle("selected", this.selected.has(iso3));
      circle.classList.toggle("pointed", this.pointed === iso3);
    }
  }

  private tools(): HTMLElement {
    const middle = (): Point => ({ x: this.size.width / 2, y: this.size.height / 2 });
    const tool = (text: string, label: string, act: () => void): HTMLElement =>
      h("button", { type: "button", "aria-label": label, title: label, onclick: act }, text);
    return h("div", { class: "map-tools" }, tool("+", "Nearer", () => this.zoom(1.5, middle())), tool("−", "Farther", () => this.zoom(1 / 1.5, middle())));
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || (width === this.size.width && height === this.size.height)) return;
    this.size = { width, height };
    this.svg.setAttribute("width", `${width}`);
    this.svg.setAttribute("height", `${height}`);
    this.fit();
  }

  private fit(): void {
    if (!this.shown) return;
    this.area = this.shown.area;
    const { area } = AREAS.find(({ value }) => value === this.area) ?? { area: null };
    this.sight = sightOf(area, this.geography, this.size);
    this.move();
  }

  private paint(): void {
    if (!this.shown) return;
    const { map, measure, context } = this.shown;
    const { statuses } = context.state.filters;
    this.svg.classList.toggle("planned-only", statuses.length === 1 && statuses[0] === "planned");
    const most = Math.max(1, ...map.countries.map((country) => countOf(country, measure)));
    const steps = new Map(map.countries.map((country) => [country.iso3, countOf(country, measure)]));
    for (const path of this.land.children) {
      const count = steps.get(path.getAttribute("data-iso3") ?? "") ?? 0;
      path.setAttribute("class", count > 0 ? `some step-${stepOf(count, most)}` : "none");
    }
    this.move();
  }

  /** Puts everything where the sight says. */
  private move(): void {
    if (!this.sight || !this.shown) return;
    const { scale, x, y } = this.sight;
    for (const group of [this.land, this.rings]) group.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
    const { map, measure } = this.shown;
    const countries = ranked(map, measure);
    const most = Math.max(1, ...countries.map((country) => countOf(country, measure)));
    const placed = countries.flatMap((country) => {
      const place = this.geography.places.get(country.iso3);
      return place ? [{ country, small: place.area * scale * scale < SMALL, reach: (Math.sqrt(place.area) * scale) / 2, x: place.x * scale + x, y: place.y * scale + y }] : [];
    });
    const small = placed.filter((one) => one.small);
    this.circles.replaceChildren(...small.map(({ country, x: cx, y: cy }) =>
      s("circle", { cx, cy, r: RADIUS, "data-iso3": country.iso3, class: `some step-${stepOf(countOf(country, measure), most)}` })));
    const wanted = placed.map(({ country, small: tiny, x: left, y: top, reach }) => ({ text: country.name, x: left, y: top, small: tiny, reach: tiny ? RADIUS : reach }));
    this.names.replaceChildren(...labelled(wanted, RADIUS, this.size, this.lettering).map(({ text, x: left, y: top }) => s("text", { x: left, y: top + 4 }, text)));
    this.markSelected();
  }

  private zoom(factor: number, fixed: Point): void {
    if (!this.sight) return;
    this.sight = zoomed(this.sight, factor, fixed, this.size);
    this.move();
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const { left, top } = this.svg.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
  }

  private pan(event: PointerEvent): void {
    const start = this.sight;
    if (!start || event.button !== 0) return;
    event.preventDefault();
    const moved = (to: PointerEvent): boolean => Math.hypot(to.clientX - event.clientX, to.clientY - event.clientY) > 3;
    follow(event, (to) => {
      if (!moved(to)) return;
      this.hint.hide();
      this.sight = kept({ ...start, x: start.x + to.clientX - event.clientX, y: start.y + to.clientY - event.clientY }, this.size);
      this.move();
    }, (to) => {
      if (!moved(to)) this.open(event.target as Element);
    });
  }

  private countryAt(target: Element | null): Country | null {
    const iso3 = target?.getAttribute("data-iso3");
    return (iso3 && this.shown?.map.countries.find((country) => country.iso3 === iso3)) || null;
  }

  private point(target: Element | null, at?: PointerEvent): void {
    const country = this.countryAt(target);
    this.highlight(country?.iso3 ?? null);
    if (country && target) this.hint.show([country.name, told(country)], target, at);
    else this.hint.hide();
  }

  private open(target: Element): void {
    const country = this.countryAt(target);
    this.hint.hide();
    if (country) this.shown?.context.showEvidence(country.keys, `${country.name}: ${told(country)}`);
  }
}
