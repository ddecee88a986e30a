/** Calls back while the pointer is held down, wherever it goes. */
export function follow(start: PointerEvent, moving: (event: PointerEvent) => void, end: (event: PointerEvent) => void): void {
  const over = new AbortController();
  const { signal } = over;
  addEventListener("pointermove", (event) => event.pointerId === start.pointerId && moving(event), { signal });
  for (const name of ["pointerup", "pointercancel"] as const) {
    addEventListener(name, (event) => {
      if (event.pointerId !== start.pointerId) return;
      over.abort();
      end(event);
    }, { signal });
  }
}
