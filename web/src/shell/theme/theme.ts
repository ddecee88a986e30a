/** Light, dark, or as the system has it. The style sheet has the colours; `data-theme` chooses. */
export type Theme = "system" | "light" | "dark";

const KEPT = "communique.theme";
const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system"; // storage may be forbidden
  }
}

export const systemIsDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

export function applyTheme(theme: Theme): void {
  const dark = theme === "dark" || (theme === "system" && systemIsDark().matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

/** Keeps the theme after this one and applies it. */
export function nextTheme(): Theme {
  const theme = NEXT[keptTheme()];
  try {
    if (theme === "system") localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, theme);
  } catch {
    // it holds until the page is left
  }
  applyTheme(theme);
  return theme;
}

/** The value of a custom property now: colours for canvas and files. */
export function colour(role: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${role}`).trim();
}

/** Calls when the colours change, until the signal aborts. */
export function whenThemed(act: () => void, signal?: AbortSignal): void {
  const watcher = new MutationObserver(act);
  watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal?.addEventListener("abort", () => watcher.disconnect());
}
