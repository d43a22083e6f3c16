// The theme that was chosen on the account page, before anything is drawn: else a dark page begins with a flash of white.
// A file of its own, since the page's policy allows no inline script and modules come later.
try {
  const theme = localStorage.getItem("parley.console.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
} catch {
  // A browser that stores nothing shows what the system has.
}
