/**
 * Every named command: scope, default keys, description. One list, so that a test can find conflicts and the account
 * page can offer all. Places bind what they can do with `useKeys`.
 */

/** One key (`c`), two in sequence (`g i`), or a chord that works while typing (`mod+k`). Empty: palette only. */
export interface Command {
  readonly scope: Scope;
  readonly keys: string;
  readonly text: string;
}

export type Scope = "everywhere" | "list" | "conversation" | "writing" | "search" | "faq";

export const SCOPES: Readonly<Record<Scope, string>> = {
  everywhere: "Everywhere",
  list: "In the list of conversations",
  conversation: "In a conversation",
  writing: "While writing",
  search: "In search results",
  faq: "In the FAQ",
};

const everywhere = "everywhere";
const list = "list";
const conversation = "conversation";
const writing = "writing";
const search = "search";
const faq = "faq";

export const COMMANDS = {
  "keys.palette": { scope: everywhere, keys: "mod+k", text: "Open the command palette" },
  "keys.help": { scope: everywhere, keys: "?", text: "Show the keys that work here" },
  "go.inbox": { scope: everywhere, keys: "g i", text: "Go to the inbox" },
  "go.search": { scope: everywhere, keys: "g s", text: "Go to search" },
  "go.faq": { scope: everywhere, keys: "g f", text: "Go to the FAQ" },
  "go.reports": { scope: everywhere, keys: "g r", text: "Go to reports" },
  "go.settings": { scope: everywhere, keys: "g t", text: "Go to settings" },
  "go.account": { scope: everywhere, keys: "g a", text: "Go to your account" },
  "presence.away": { scope: everywhere, keys: "", text: "Set yourself away, or back" },

  "list.next": { scope: list, keys: "j", text: "Next conversation" },
  "list.previous": { scope: list, keys: "k", text: "Previous conversation" },
  "list.filter": { scope: list, keys: "f", text: "Filter the list" },
  "list.mine": { scope: list, keys: "1", text: "Show your own conversations" },
  "list.waiting": { scope: list, keys: "2", text: "Show those that wait" },
  "list.with_bot": { scope: list, keys: "3", text: "Show those with the bot" },
  "list.all": { scope: list, keys: "4", text: "Show all conversations" },
  "list.snoozed": { scope: list, keys: "5", text: "Show snoozed ones" },
  "list.closed": { scope: list, keys: "6", text: "Show closed ones" },

  "conversation.claim": { scope: conversation, keys: "c", text: "Claim it" },
  "conversation.reply": { scope: conversation, keys: "r", text: "Write a reply" },
  "conversation.note": { scope: conversation, keys: "n", text: "Write a note for colleagues" },
  "conversation.assign": { scope: conversation, keys: "a", text: "Assign it to somebody" },
  "conversation.return": { scope: conversation, keys: "b", text: "Give it back to the bot" },
  "conversation.requeue": { scope: conversation, keys: "q", text: "Put it back into the line" },
  "conversation.close": { scope: conversation, keys: "e", text: "Close it" },
  "conversation.reopen": { scope: conversation, keys: "o", text: "Open it again" },
  "conversation.snooze": { scope: conversation, keys: "s", text: "Snooze it" },
  "conversation.label": { scope: conversation, keys: "l", text: "Change its labels" },
  "conversation.priority": { scope: conversation, keys: "p", text: "Change its priority" },
  "conversation.whisper": { scope: conversation, keys: "w", text: "Whisper to the bot" },
  "conversation.hold": { scope: conversation, keys: "h", text: "Hold the bot's answers" },
  "conversation.context": { scope: conversation, keys: "i", text: "Show or hide the details" },
  "conversation.copilot": { scope: conversation, keys: "d", text: "Draft an answer" },
  "conversation.summary": { scope: conversation, keys: "", text: "Summarise it" },
  "conversation.link": { scope: conversation, keys: "y", text: "Copy a link to it" },

  "writing.send": { scope: writing, keys: "mod+enter", text: "Send" },

  "search.focus": { scope: search, keys: "/", text: "To the search box" },
  "search.next": { scope: search, keys: "j", text: "Next result" },
  "search.previous": { scope: search, keys: "k", text: "Previous result" },

  "faq.new": { scope: faq, keys: "n", text: "Write an entry" },
  "faq.focus": { scope: faq, keys: "/", text: "Look for an entry" },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

/** Scopes that are on screen together: their keys must differ. */
const TOGETHER: readonly (readonly Scope[])[] = [
  [everywhere, list, conversation, writing],
  [everywhere, search],
  [everywhere, faq],
];

export function meet(a: CommandId, b: CommandId): boolean {
  return TOGETHER.some(group => group.includes(COMMANDS[a].scope) && group.includes(COMMANDS[b].scope));
}
