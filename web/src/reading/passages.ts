/** A part of a text, by offsets that count code points, half open. */
export interface Span {
  start: number;
  end: number;
}

/** A piece of a text over which the same spans stretch. */
export interface Passage<S extends Span> {
  text: string;
  start: number;
  spans: readonly S[];
}

/** The text cut where a span begins or ends. Offsets of JavaScript count UTF-16 units, of which a
 * letter beyond the basic plane has two; ours count letters. Spans are cut to the text. */
export function passages<S extends Span>(text: string, spans: readonly S[]): Passage<S>[] {
  const letters = [...text];
  const within = spans.filter((span) => span.start < span.end && span.start < letters.length && span.end > 0);
  const cuts = new Set([0, letters.length]);
  for (const span of within) cuts.add(Math.max(0, span.start)).add(Math.min(letters.length, span.end));
  const ordered = [...cuts].sort((one, other) => one - other);
  const starting = [...within].sort((one, other) => one.start - other.start || other.end - one.end);
  const found: Passage<S>[] = [];
  let open: S[] = [];
  let next = 0;
  for (let place = 0; place + 1 < ordered.length; place++) {
    const start = ordered[place] ?? 0;
    const end = ordered[place + 1] ?? start;
    open = open.filter((span) => span.end > start);
    for (let span = starting[next]; span !== undefined && span.start <= start; span = starting[++next]) open.push(span);
    found.push({ text: letters.slice(start, end).join(""), start, spans: [...open] });
  }
  return found;
}

/** The text cut at the names in it, which are every second piece; longer names first, case as it is. A
 * name within a word, as "Mali" in "Malinke", is none. */
export function atNames(text: string, names: readonly string[]): string[] {
  const wanted = [...new Set(names)].filter((name) => name.length > 1).sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return [text];
  const any = wanted.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, "u"));
}
