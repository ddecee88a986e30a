import type { Deeds } from "./deeds";
import type { NetworkView } from "./network";

const WAYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The neighbour of the selected node that lies most in that direction; at the start the focus, or the first. */
function next(view: NetworkView, [across, down]: readonly [number, number]): string | null {
  const { picture, selected, part } = view;
  if (!picture) return null;
  const start = selected ?? null;
  if (start === null) return (part.nodes.find((node) => node.focus) ?? part.nodes[0])?.id ?? null;
  const { x, y } = picture.cy.getElementById(start).position();
  let best: { id: string; far: number } | null = null;
  picture.cy.getElementById(start).neighborhood().nodes().forEach((node) => {
    const [dx, dy] = [node.position().x - x, node.position().y - y];
    const [along, aside] = [dx * across + dy * down, Math.abs(dx * down) + Math.abs(dy * across)];
    const far = along + 2 * aside;
    if (along > 0 && aside <= along * 1.5 && (best === null || far < best.far)) best = { id: node.id(), far };
  });
  return (best as { id: string } | null)?.id ?? null;
}

function withNode(view: NetworkView, deeds: Deeds, key: string): boolean {
  const node = view.part.nodes.find((one) => one.id === view.selected);
  if (!node) return false;
  const { options } = view;
  const deed: Record<string, () => void> = {
    e: () => deeds.expand(node.id, node.hidden > 0 || !options.expanded.includes(node.id)),
    c: () => deeds.collapse(node.id, !node.collapsed),
    p: () => deeds.pin(node.id, !node.pinned),
    h: () => deeds.hide(node.id),
    f: () => deeds.focus(node.id, false),
    Enter: () => view.context.slot.querySelector<HTMLElement>("button.neighbour")?.focus(),
    Escape: () => view.select(null, false),
  };
  deed[key]?.();
  return key in deed;
}

function ofView(view: NetworkView, key: string): boolean {
  const deed: Record<string, () => void> = {
    "+": () => view.picture?.zoomBy(1.35),
    "-": () => view.picture?.zoomBy(1 / 1.35),
    "0": () => view.picture?.fit(),
  };
  deed[key]?.();
  return key in deed;
}

/** Keys while the canvas has the focus. */
export function listenToKeys(view: NetworkView, deeds: Deeds): void {
  view.canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = WAYS[event.key];
    const id = way ? next(view, way) : null;
    if (id !== null) {
      view.select(id, true);
      view.picture?.reveal(id);
    }
    if (way || withNode(view, deeds, event.key) || ofView(view, event.key)) event.preventDefault();
  });
}
