/**
 * Where the page says which language it is in, best first: what the shop has set for this chat, then the page's own. In the
 * spelling of BCP 47; what is no tag of a language (`{{lang}}`, `english`) says nothing.
 */
export const pageLocales = (set: unknown): readonly string[] =>
  [set, document.documentElement.lang]
    .map(tag => String(tag).trim().replaceAll("_", "-"))
    .filter(tag => /^[a-z]{2,3}(-[a-z\d]{1,8}){0,3}$/i.test(tag));
