"""A Chromium without a graphics card, and what it spends on drawing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
SIZE = {"width": 1400, "height": 900}

_DRAG = """
async ([selector, seconds]) => {
  const target = document.querySelector(selector);
  const { left, top, width, height } = target.getBoundingClientRect();
  const start = { x: left + width / 2, y: top + height * 0.97 };
  const under = document.elementFromPoint(start.x, start.y) ?? target;
  const send = (kind, on, x, y, held) => {
    const common = { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y,
      button: 0, buttons: held ? 1 : 0, which: 1 };
    on.dispatchEvent(new PointerEvent(`pointer${kind}`,
      { ...common, pointerId: 1, pointerType: 'mouse', isPrimary: true }));
    on.dispatchEvent(new MouseEvent(`mouse${kind}`, common));
  };
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  send('down', under, start.x, start.y, true);
  await frame();
  const began = performance.now();
  let frames = 0;
  while (performance.now() - began < seconds * 1000) {
    const turn = frames / 40;
    send('move', under, start.x + 160 * Math.sin(turn), start.y - 130 + 130 * Math.cos(turn), true);
    frames += 1;
    await frame();
  }
  const took = (performance.now() - began) / 1000;
  send('up', under, start.x, start.y, false);
  return [frames, took];
}
"""
"""Moves the picture in every frame as a hand would, with the button held."""


@dataclass(frozen=True, slots=True)
class Panned:
    """What moving a picture about took.

    Attributes:
        frames: Frames drawn, one move in each.
        seconds: In all.
        cpu: Seconds of all processes of the browser.
    """

    frames: int
    seconds: float
    cpu: float

    @property
    def per_second(self) -> float:
        """Frames per second."""
        return self.frames / self.seconds

    @property
    def milliseconds(self) -> float:
        """CPU of a frame."""
        return 1000 * self.cpu / self.frames


@dataclass(frozen=True, slots=True)
class Chromium:
    """A running browser.

    Attributes:
        browser: It.
        session: Of its own protocol, which knows its processes.
    """

    browser: Browser
    session: CDPSession

    @classmethod
    @contextmanager
    def running(cls) -> Iterator["Chromium"]:
        """Start one, and end it."""
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        if path is None:
            raise SystemExit("no chromium found: install it")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            yield cls(browser, browser.new_browser_cdp_session())
            browser.close()

    @contextmanager
    def page(self, **options: Any) -> Iterator[Page]:
        """A window of its own that reaches no other host, closed at the end."""
        context = self.browser.new_context(viewport=SIZE, **options)  # type: ignore[arg-type]
        context.route(lambda url: "127.0.0.1" not in url and url.startswith("http"),
                      lambda route: route.abort())  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(60_000)
        yield page
        context.close()

    def cpu(self) -> float:
        """Seconds that its processes have used since they began."""
        processes = self.session.send("SystemInfo.getProcessInfo")["processInfo"]
        return float(sum(process["cpuTime"] for process in processes))

    def pan(self, page: Page, selector: str, seconds: float) -> Panned:
        """Move the picture in an element about for some time.

        Raises:
            SystemExit: It did not move.
        """
        picture = page.locator(selector)
        seen, before = picture.screenshot(), self.cpu()
        frames, took = page.evaluate(_DRAG, [selector, seconds])
        spent = self.cpu() - before
        if picture.screenshot() == seen:
            raise SystemExit(f"{selector} of {page.url[:60]} does not move")
        return Panned(frames, took, spent)
