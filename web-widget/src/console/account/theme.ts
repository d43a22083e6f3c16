/** Light or dark, for this browser: a desk by the window is another one than the sofa at night. */
export type Theme = "auto" | "light" | "dark";

/** `public/theme.js` reads it before the page is drawn. */
const KEY = "parley.console.theme";

export function theme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "auto";
}

export function setTheme(wish: Theme): void {
  const { dataset } = document.documentElement;
  if (wish === "auto") delete dataset["theme"];
  else dataset["theme"] = wish;
  try {
    if (wish === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, wish);
  } catch {
    // Then it holds until the page is loaded again.
  }
}
