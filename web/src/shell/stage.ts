import { h, replace } from "../dom";
import { NO_FILTERS } from "../state";
import { Message, ProblemError, type Context, type View } from "../view";

const SOON = 150; // ms until an answer counts as slow

/** Where views are drawn, one at a time: each in a root of its own that is kept. */
export class Stage {
  readonly element = h("main", { class: "stage", id: "stage", tabindex: "-1" });
  private readonly roots = new Map<string, HTMLElement>();
  private readonly notice = h("div", { class: "notice", hidden: true, role: "status", "aria-label": "Notice" });
  private readonly busy = h("div", { class: "busy", hidden: true, role: "status", "aria-label": "Loading" }, "Loading …");
  private running: AbortController | null = null;

  constructor(private readonly context: Context) {
    this.element.append(this.notice, this.busy);
  }

  private rootOf(view: View): HTMLElement {
    let root = this.roots.get(view.name);
    if (!root) {
      root = h("div", { class: `view view-${view.name}`, "data-view": view.name });
      this.roots.set(view.name, root);
      this.element.prepend(root);
    }
    return root;
  }

  private show(root: HTMLElement | null): void {
    for (const one of this.roots.values()) one.hidden = one !== root;
    this.notice.hidden = root !== null;
  }

  private tell(message: Message): void {
    const buttons = message.actions.map((action) =>
      h("button", { type: "button", onclick: () => action.act() }, action.text));
    replace(this.notice, h("h2", {}, message.title), h("p", {}, message.text), h("p", { class: "actions" }, buttons));
    this.show(null);
  }

  private failed(error: unknown): Message {
    const again = { text: "Try again", act: () => this.context.go({}) };
    const anew = { text: "Start anew", act: () => this.context.go({ focus: [], item: null, options: {}, filters: NO_FILTERS }) };
    if (error instanceof ProblemError) {
      const wrong = error.status >= 400 && error.status < 500;
      return new Message("This cannot be shown", error.message, wrong ? [anew, again] : [again]);
    }
    console.error(error);
    const text = error instanceof Error ? error.message : String(error);
    return new Message("This view failed", `${text}. Other views still work; please report it.`, [again]);
  }

  /** Whether the view itself is seen, and no message in its place. */
  get seen(): boolean {
    return this.notice.hidden !== false;
  }

  /** Draws the view; what was being drawn is given up. True if it was drawn or told something. */
  async draw(view: View): Promise<boolean> {
    this.running?.abort();
    const run = (this.running = new AbortController());
    const root = this.rootOf(view);
    const slow = window.setTimeout(() => (this.busy.hidden = false), SOON);
    this.element.setAttribute("aria-busy", "true");
    this.show(root);
    try {
      const message = await view.show(root, this.context, run.signal);
      if (run.signal.aborted) return false;
      if (message instanceof Message) this.tell(message);
    } catch (error) {
      if (run.signal.aborted || (error instanceof DOMException && error.name === "AbortError")) return false;
      this.tell(this.failed(error));
    } finally {
      clearTimeout(slow);
      if (this.running === run) this.settle();
    }
    return true;
  }

  private settle(): void {
    this.busy.hidden = true;
    this.element.removeAttribute("aria-busy");
  }
}
