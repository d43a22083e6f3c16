import type en from "../i18n/voice/en.json";

/** What is said around voice messages; fetched, for the visitor's language alone, with the first of them. */
export type VoiceWords = { readonly [K in keyof typeof en]: string };
