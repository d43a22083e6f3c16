/** Light or dark, per browser. */
export type Theme = "auto" | "light" | "dark";

/** `public/theme.js` reads it before the first paint. */
const KEY = "parley.console.theme";

export function theme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

export function setTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset["theme"];
  else dataset["theme"] = theme;
  try {
    if (theme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Kept until the page is reloaded.
  }
}
