/**
 * The page's languages, best first: the shop's setting, then the page's own. Normalized to BCP 47; invalid tags
 * (`{{lang}}`, `english`) are skipped.
 */
export const pageLocales = (set: unknown): readonly string[] =>
  [set, document.documentElement.lang]
    .map(tag => String(tag).trim().replaceAll("_", "-"))
    .filter(tag => /^[a-z]{2,3}(-[a-z\d]{1,8}){0,3}$/i.test(tag));
