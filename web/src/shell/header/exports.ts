import { h } from "../../dom";
import { download } from "../../parts/files";
import { savedItems } from "./saved";
import type { Context, Export } from "../../view";

/** The order of the menu, in every view; whatever else comes last. */
const FORMATS = ["PNG", "SVG", "CSV", "JSON", "GraphML"];

async function give(one: Export, context: Context): Promise<void> {
  try {
    download(one.name, await one.make());
    context.announce(`${one.name} was saved`);
  } catch (error) {
    context.announce(`${one.format} was not made: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A menu of the files that the view gives of what is shown, and of saved views. */
export function exportMenu(exports: readonly Export[], context: Context): HTMLDetailsElement {
  const menu = h("details", { class: "dropdown" });
  const close = (): void => menu.removeAttribute("open");
  const closeUnlessFocused = (): void => {
    if (!menu.contains(document.activeElement)) close();
  };
  const place = ({ format }: Export): number => (FORMATS.includes(format) ? FORMATS.indexOf(format) : FORMATS.length);
  const items = [...exports].sort((one, other) => place(one) - place(other)).map((one) =>
    h("button", { type: "button", "data-format": one.format, onclick: () => { close(); void give(one, context); } }, `${one.format} of what is shown`));
  menu.append(h("summary", { role: "button", title: "Files of what is shown, and saved views" }, "Export"),
    h("div", { class: "items" }, items.length > 0 ? items : h("p", { class: "quiet" }, "Nothing is shown that could be saved."), savedItems(context, close)));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  menu.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node) || !menu.contains(event.relatedTarget)) setTimeout(closeUnlessFocused, 120);
  });
  return menu;
}
