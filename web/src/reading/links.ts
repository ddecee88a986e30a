import { h, type Attributes } from "../dom";
import { changed, written } from "../shell/state/address";
import type { Change } from "../state";
import type { Context } from "../view";

/** A link to another state of the explorer; with a modifier key it opens beside this one. */
export function stateLink(context: Context, change: Change, attributes: Attributes, ...children: (Node | string)[]): HTMLAnchorElement {
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    context.go(change);
  };
  const href = written(changed(context.state, { item: null, options: {}, selected: [], ...change }));
  return h("a", { ...attributes, href, onclick: follow }, ...children);
}
