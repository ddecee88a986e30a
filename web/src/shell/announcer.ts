import { h } from "../dom";

/** Tells things to screen readers, and for some seconds on the screen. */
export class Announcer {
  readonly element = h("div", { class: "announcer", role: "status", "aria-live": "polite", "aria-label": "Messages" });
  private gone = 0;

  say(text: string): void {
    this.element.textContent = text;
    this.element.classList.add("shown");
    clearTimeout(this.gone);
    this.gone = window.setTimeout(() => this.element.classList.remove("shown"), 5000);
  }
}
