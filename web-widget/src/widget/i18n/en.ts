import en from "./words/en.json";

/** All texts of the widget; other languages must have the same keys. `fill` replaces `{…}`. */
export { en };

export type Words = { readonly [K in keyof typeof en]: string };
