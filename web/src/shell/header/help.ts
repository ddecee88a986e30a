import { h } from "../../dom";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "Search"],
  ["1 … 9, 0", "The views, in the order of the tabs"],
  ["Ctrl Z", "Undo the last step (so does the browser’s back)"],
  ["Ctrl Shift Z", "Redo"],
  ["Esc", "Close a menu, the search or the evidence"],
  ["?", "This help"],
  ["← ↑ → ↓", "From neighbour to neighbour in Network, bar to bar in Timeline, cell to cell in Who met whom"],
  ["Enter", "What is marked: its evidence; in Network, into the list of its neighbours"],
  ["S, D, U", "In Review, same, different or unsure; J and K go on and back"],
];

const IN_NETWORK: readonly (readonly [string, string])[] = [
  ["F", "Put the selected node in the middle (Shift click adds one)"],
  ["E", "Expand it, or take that back (so does a double click)"],
  ["C", "Collapse it"],
  ["P", "Pin it"],
  ["H", "Hide it"],
  ["+ − 0", "Zoom in, zoom out, show all"],
];

const keyTable = (keys: typeof KEYS): HTMLTableElement =>
  h("table", {}, keys.map(([key, what]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, what))));

/** The keys; a dialog that is made at the first wish. */
export function helpDialog(): HTMLDialogElement {
  const made = document.querySelector<HTMLDialogElement>("dialog.help");
  if (made) return made;
  const dialog = h("dialog", { class: "help", "aria-label": "Keyboard" },
    h("h2", {}, "Keyboard"),
    keyTable(KEYS),
    h("h2", {}, "In Network, while the picture has the focus"),
    keyTable(IN_NETWORK),
    h("h2", {}, "What the marks mean"),
    h("p", {}, "Solid is what a release says was held. Dashed or hollow is what was only planned or announced."),
    h("form", { method: "dialog" }, h("button", {}, "Close")));
  document.body.append(dialog);
  return dialog;
}
