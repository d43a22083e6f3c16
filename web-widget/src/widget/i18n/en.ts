import en from "./words/en.json";

/** Every word the widget says; the other locales must have the same keys. `{…}` is filled in by `fill`. */
export { en };

export type Words = { readonly [K in keyof typeof en]: string };
