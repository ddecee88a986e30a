import { h } from "../../dom";
import type { Application } from "../application";

/** Facts with their quotes. */
export class EvidencePanel {
  readonly element = h("aside", { class: "evidence", "aria-label": "Evidence" });

  constructor(private readonly application: Application) {}

  async show(keys: readonly string[], title: string): Promise<void> {
    void [this.application, keys, title];
  }
}
