import { h } from "../dom";

const KEYS: readonly (readonly [string, string])[] = [
  ["/", "Search"],
  ["1 … 9, 0", "The views, in the order of the tabs"],
  ["Ctrl Z", "Undo the last step (so does the browser’s back)"],
  ["Ctrl Shift Z", "Redo"],
  ["Esc", "Close a menu, the search or the evidence"],
  ["?", "This help"],
  ["Tab", "To the next control; in Network, into the list of neighbours"],
  ["← ↑ → ↓", "From neighbour to neighbour in Network, bar to bar in Timeline, cell to cell in Who met whom"],
  ["Enter", "Evidence of what is marked"],
  ["S, D, U", "In Review, same, different or unsure; J and K go on and back"],
];

/** The keys; a dialog that is made at the first wish. */
export function helpDialog(): HTMLDialogElement {
  const made = document.querySelector<HTMLDialogElement>("dialog.help");
  if (made) return made;
  const rows = KEYS.map(([key, what]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, what)));
  const dialog = h("dialog", { class: "help", "aria-label": "Keyboard" },
    h("h2", {}, "Keyboard"),
    h("table", {}, rows),
    h("h2", {}, "What the marks mean"),
    h("p", {}, "Solid is what a release says was held. Dashed or hollow is what was only planned or announced."),
    h("form", { method: "dialog" }, h("button", {}, "Close")));
  document.body.append(dialog);
  return dialog;
}
