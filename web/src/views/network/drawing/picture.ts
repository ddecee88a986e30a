import cytoscape from "cytoscape";
import { h } from "../../../dom";
import { whenThemed } from "../../../shell/theme/theme";
import type { Part } from "../merging";
import type { Point } from "../options";
import { elementsOf } from "./elements";
import { measured, placed, SIDES, type Named, type Spot } from "./labels";
import { arranged, type Places } from "./layout";
import { look } from "./look";
import { LOOSE } from "./spacing";

const LINGERED = 350; // ms until what is pointed at is told
const SETTLED = 120; // ms after the last move of the view
const [SMALLEST, LEGIBLE] = [8, 11]; // px of a name on the screen
const [SIDE, ABOVE, BIGGEST] = [56, 30, 1.4]; // px left free beside and above all nodes, and the greatest zoom
const WEIGHTY = 9; // best-connected of many, whose names may lie on lesser nodes
const MANY = 800; // nodes from which on links are left out while the view moves
const DENSE = 1200; // links from which on it moves as one picture, which takes four fifths of the CPU

export interface Listener {
  node(id: string, adding: boolean): void;
  edge(id: string): void;
  nothing(): void;
  opened(id: string): void;
  moved(id: string, place: Point): void;
  /** What to say of what is pointed at. */
  tip(id: string): string;
}

/** cytoscape would write a style element, which the page's policy forbids; it does not where there is one of this
 * name. Our own style sheet says what it would. */
function withoutStyleElement(): void {
  const id = "__________cytoscape_stylesheet";
  if (!document.getElementById(id)) document.head.append(h("template", { id }));
}

/** The canvas: what is drawn, and what is pointed at. */
export class Picture {
  readonly cy: cytoscape.Core;
  private readonly tip = h("div", { class: "tip", hidden: true });
  private tipping = 0;
  private settling = 0;

  constructor(readonly container: HTMLElement, private readonly listener: Listener) {
    withoutStyleElement();
    this.cy = cytoscape({
      container, style: look(), minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false, selectionType: "single",
      autounselectify: true, layout: { name: "preset" },
    });
    container.append(this.tip);
    this.listen();
    whenThemed(() => this.cy.style(look()));
    new ResizeObserver(() => this.resized()).observe(container);
  }

  private listen(): void {
    const { cy, listener } = this;
    cy.on("tap", "node", (event) => listener.node(event.target.id(), event.originalEvent?.shiftKey === true));
    cy.on("tap", "edge", (event) => listener.edge(event.target.id()));
    cy.on("tap", (event) => event.target === cy && listener.nothing());
    cy.on("dbltap", "node", (event) => listener.opened(event.target.id()));
    cy.on("dragfree", "node", (event) => listener.moved(event.target.id(), { ...event.target.position() }));
    cy.on("mouseover", "node, edge", (event) => this.hover(event.target, true));
    cy.on("mouseout", "node, edge", (event) => this.hover(event.target, false));
    cy.on("tapstart viewport", () => this.hideTip());
    cy.on("viewport", () => this.settle());
    cy.on("dragfree", () => this.settle());
  }

  private hover(element: cytoscape.SingularElementReturnValue, on: boolean): void {
    element.toggleClass("hover", on);
    this.container.style.cursor = on ? "pointer" : "";
    this.hideTip();
    if (on) this.tipping = window.setTimeout(() => this.showTip(element), LINGERED);
  }

  private hideTip(): void {
    clearTimeout(this.tipping);
    this.tip.hidden = true;
  }

  private showTip(element: cytoscape.SingularElementReturnValue): void {
    if (element.removed()) return;
    const node = element.group() === "nodes";
    const { x, y } = node ? (element as cytoscape.NodeSingular).renderedPosition() : (element as cytoscape.EdgeSingular).renderedMidpoint();
    const away = 14 + (node ? (Number(element.data("size")) / 2) * this.cy.zoom() : 0);
    this.tip.textContent = this.listener.tip(element.id());
    this.tip.hidden = false;
    const left = Math.max(0, Math.min(x + away, this.container.clientWidth - this.tip.offsetWidth - 8));
    const lower = y + away + this.tip.offsetHeight < this.container.clientHeight;
    this.tip.style.transform = `translate(${left}px, ${lower ? y + away : y - this.tip.offsetHeight - away}px)`;
  }

  private resized(): void {
    if (this.container.clientWidth === 0) return;
    this.cy.resize();
    this.settle();
  }

  /** Draws the part; nodes of `known` stay where they are. Returns where all are now. */
  draw(part: Part, known: ReadonlyMap<string, Point>): Places {
    const { cy } = this;
    const places = arranged(part, known);
    cy.batch(() => {
      cy.elements().remove();
      cy.add(elementsOf(part));
      cy.nodes().positions((node) => ({ ...(places.get(node.id()) as Point) }));
    });
    const many = part.nodes.length > MANY;
    const moving = { hideEdgesOnViewport: many, textureOnViewport: many || part.edges.length > DENSE };
    Object.assign((cy as unknown as { renderer(): object }).renderer(), moving);
    this.container.dataset["nodes"] = String(part.nodes.length);
    this.container.dataset["edges"] = String(part.edges.length);
    return places;
  }

  /** Shows all nodes as big as they can be, with room for names at the sides. */
  fit(): void {
    const { cy, container } = this;
    if (cy.nodes().empty() || container.clientWidth === 0) return;
    const { x1, y1, w, h: high } = cy.nodes().boundingBox({ includeLabels: false, includeOverlays: false });
    const room = { x: container.clientWidth - 2 * SIDE, y: container.clientHeight - 2 * ABOVE };
    const zoom = Math.max(cy.minZoom(), Math.min(BIGGEST, room.x / w, room.y / high));
    const middle = { x: x1 + w / 2, y: y1 + high / 2 };
    cy.viewport({ zoom, pan: { x: container.clientWidth / 2 - middle.x * zoom, y: container.clientHeight / 2 - middle.y * zoom } });
  }

  zoomBy(factor: number): void {
    const { clientWidth, clientHeight } = this.container;
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: clientWidth / 2, y: clientHeight / 2 } });
  }

  /** Brings the node into sight if it is not. */
  reveal(id: string): void {
    const { x, y } = this.cy.getElementById(id).renderedPosition();
    const inside = x > 30 && y > 50 && x < this.container.clientWidth - 30 && y < this.container.clientHeight - 30;
    if (!inside) this.cy.center(this.cy.getElementById(id));
  }

  /** One node or edge before all others; its neighbours stay, the rest is dimmed. */
  mark(id: string | null): void {
    const { cy } = this;
    cy.batch(() => {
      cy.elements().removeClass("dim near is-selected");
      const chosen = cy.$id(id ?? "");
      if (chosen.empty()) return;
      const around = chosen.nodes().closedNeighborhood().union(chosen.edges()).union(chosen.edges().connectedNodes());
      cy.elements().not(around).addClass("dim");
      around.edges().addClass("near");
      chosen.addClass("is-selected");
    });
    this.label();
  }

  /** What moves the view again and again is waited for. */
  private settle(): void {
    clearTimeout(this.settling);
    this.container.setAttribute("aria-busy", "true");
    this.settling = window.setTimeout(() => {
      this.label();
      this.container.removeAttribute("aria-busy");
    }, SETTLED);
  }

  /** Chooses the names that find room: focus and what is marked first, then the best-connected. */
  label(): void {
    const { cy } = this;
    if (this.container.clientWidth === 0) return;
    const zoom = cy.zoom();
    const scale = zoom > 1 ? Math.max(1, zoom ** 0.25) / zoom : Math.max(1, Math.min(3.2, LEGIBLE / (11.5 * zoom)));
    const inSight = cy.nodes().toArray().filter((node) => this.sees(node));
    const named = inSight.filter((node) => !node.hasClass("dim") && Number(node.data("font")) * scale * zoom >= SMALLEST);
    const first = (node: cytoscape.NodeSingular): number => Number(node.data("rank")) + (node.hasClass("is-selected") ? 9000 : 0);
    const ordered = named.sort((one, other) => first(other) - first(one) || (one.id() < other.id() ? -1 : 1));
    const weighty = new Set(ordered.slice(0, cy.nodes().length > LOOSE ? WEIGHTY : 0).map((node) => node.id()));
    const boxes = ordered.map((node) => ({ ...this.boxOf(node, scale * zoom), weighty: weighty.has(node.id()) }));
    const big = inSight.filter((node) => !node.hasClass("dim") && Number(node.data("size")) * zoom > 3).map((node) => ({ ...this.boxOf(node, 0), weighty: weighty.has(node.id()) }));
    const frame = { left: 2, top: 2, right: this.container.clientWidth - 2, bottom: this.container.clientHeight - 2 };
    this.show(placed(boxes, big, frame), scale);
  }

  private sees(node: cytoscape.NodeSingular): boolean {
    const { x, y } = node.renderedPosition();
    return x > -40 && y > -40 && x < this.container.clientWidth + 40 && y < this.container.clientHeight + 40;
  }

  private boxOf(node: cytoscape.NodeSingular, scale: number): Named {
    const size = scale === 0 ? { width: 0, height: 0 } : measured(node.data("label"), Number(node.data("font")) * scale, node.data("weight") === "bold");
    const { x, y } = node.renderedPosition();
    const always = node.hasClass("is-focus") || node.hasClass("is-selected");
    return { id: node.id(), x, y, always, radius: (Number(node.data("size")) / 2) * this.cy.zoom(), ...size };
  }

  private show(spots: ReadonlyMap<string, Spot>, scale: number): void {
    this.cy.batch(() => {
      this.cy.nodes().forEach((node) => {
        const spot = spots.get(node.id());
        for (const name of SIDES) node.toggleClass(`at-${name}`, spot?.side === name);
        node.toggleClass("placed", spot !== undefined);
        if (spot === undefined) return;
        const size = Number(node.data("font")) * scale;
        node.removeStyle("text-margin-x");
        node.style("font-size", size);
        if (spot.shift !== 0) node.style("text-margin-x", spot.shift * measured(node.data("label"), size, node.data("weight") === "bold").width);
      });
    });
    this.container.dataset["labels"] = String(spots.size);
  }

  get places(): Places {
    return new Map(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  }
}
