import type en from "../i18n/voice/en.json";

/** Texts of voice messages, loaded in the visitor's language with the first one. */
export type VoiceWords = { readonly [K in keyof typeof en]: string };
