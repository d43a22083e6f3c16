/** Every page of the console, with a selector that proves it is loaded. */
export const PAGES: readonly (readonly [name: string, hash: string, there: string])[] = [
  ["inbox", "#/inbox?view=all", ".line"],
  ["search", "#/search?q=parcel", ".hits li, .empty"],
  ["search-hints", "#/search", ".search-hints"],
  ["faq", "#/faq", "main h1"],
  ["faq-new", "#/faq/new", "main h1"],
  ["faq-import", "#/faq/import", "main h1"],
  ["faq-unanswered", "#/faq/unanswered", "main h1"],
  ["faq-wordings", "#/faq/wordings", ".entries, .empty"],
  ["reports", "#/reports", ".tiles"],
  ["agents", "#/settings/agents", "main h1"],
  ["canned-answers", "#/settings/answers", "main h1"],
  ["labels", "#/settings/labels", "main h1"],
  ["hours", "#/settings/hours", "main h1"],
  ["widget", "#/settings/widget", "main h1"],
  ["sentences", "#/settings/sentences", ".sentence"],
  ["voice", "#/settings/voice", "main h1"],
  ["models", "#/settings/models", "main h1"],
  ["money", "#/settings/money", "main h1"],
  ["api-keys", "#/settings/keys", "main h1"],
  ["webhooks", "#/settings/webhooks", "main h1"],
  ["identity", "#/settings/identity", "main h1"],
  ["actions", "#/settings/tools", "main h1"],
  ["action-new", "#/settings/tools/new", "main h1"],
  ["audit", "#/settings/audit", "main h1"],
  ["account", "#/account", "main h1"],
  ["security", "#/account/security", "main .lines"],
  ["keys", "#/account/keys", ".keys-list"],
];

/** Pages that need the operator's key. */
export const OPERATOR_PAGES = ["shops", "receipts", "audit", "doctor"] as const;

/** Dialogs with a form: the page, and the button that opens each. */
export const DIALOGS: readonly (readonly [name: string, hash: string, button: string])[] = [
  ["agent", "#/settings/agents", "Invite"],
  ["answer", "#/settings/answers", "New answer"],
  ["label", "#/settings/labels", "New label"],
  ["label-gone", "#/settings/labels", "Delete vip"],
  ["budget", "#/settings/money", "Change"],
  ["api-key", "#/settings/keys", "New key"],
  ["webhook", "#/settings/webhooks", "New webhook"],
  ["secret", "#/settings/identity", "Make a secret"],
  ["second-factor", "#/account/security", "Set up"],
];

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

export const THEMES = ["light", "dark"] as const;
