import { h } from "../../dom";
import type { Application } from "../application";

/** The filters at the side. */
export class FilterPanel {
  readonly element = h("aside", { class: "filters", "aria-label": "Filters" });

  constructor(private readonly application: Application) {}

  async update(): Promise<void> {
    void this.application;
  }
}
