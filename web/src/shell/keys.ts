import { VIEWS } from "../views";
import type { Application } from "./application";
import { helpDialog } from "./header/help";

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

function undoOrRedo(application: Application, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) application.steps.undo();
  else if ((key === "z" && event.shiftKey) || key === "y") application.steps.redo();
  else return false;
  return true;
}

/** Keys that work everywhere but where text is typed. */
export function listenToKeys(application: Application): void {
  addEventListener("keydown", (event) => {
    if (writes(event.target) || event.defaultPrevented) return;
    if (undoOrRedo(application, event)) event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const view = /^[0-9]$/.test(event.key) ? VIEWS[(Number(event.key) + 9) % 10] : undefined;
    if (view) application.go({ view: view.name });
    else if (event.key === "/") application.focusSearch();
    else if (event.key === "?") helpDialog().showModal();
    else if (event.key === "Escape" && application.state.selected.length > 0) application.showEvidence([], "");
    else return;
    event.preventDefault();
  });
}
