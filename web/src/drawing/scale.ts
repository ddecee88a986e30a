/** A scale of one hue on the square root, so that few stand out beside many. */

/** Classes "step-1" to "step-9" of `views.css` are its colours. */
export const STEPS = 9;

/** The step of a count above 0. */
export function stepOf(count: number, most: number): number {
  if (most <= 1) return Math.ceil(STEPS / 2);
  const share = (Math.sqrt(count) - 1) / (Math.sqrt(most) - 1);
  return 1 + Math.round(Math.max(0, Math.min(1, share)) * (STEPS - 1));
}

/** A few counts to show the scale with, the least and the most among them. */
export function samples(most: number): number[] {
  const wanted = [0, 1 / 3, 2 / 3, 1].map((share) => Math.round((1 + share * (Math.sqrt(most) - 1)) ** 2));
  return [...new Set(wanted)];
}
