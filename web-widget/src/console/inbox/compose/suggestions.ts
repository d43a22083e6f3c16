/** Canned answers after a slash, colleagues after an at sign. */
import type { TargetedKeyboardEvent } from "preact";
import { useMemo, useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Agent, CannedAnswer, Items } from "../../api/types";
import { useLoad } from "../../api/use";
import { useLive } from "../../live/provider";
import type { Kind } from "./draft";
import type { Choice } from "./picker";
import { type Filling, filled, type Token, tokenAt } from "./tokens";

interface SuggestionOptions {
  readonly kind: Kind;
  readonly text: string;
  readonly field: { current: HTMLTextAreaElement | null };
  readonly put: (text: string, cursor: number) => void;
  readonly filling: Filling;
}

export interface Suggestions {
  readonly open: {
    readonly label: string;
    readonly choices: readonly Choice[];
    readonly at: number;
    readonly nothing: string;
  } | null;
  /** After a change of text or cursor. */
  look(): void;
  close(): void;
  /** True if the list handled the key. */
  onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean;
  /** Mentioned colleagues. */
  mentioned(text: string): readonly string[];
}

const MOST = 30;

export function useSuggestions({ kind, text, field, put, filling }: SuggestionOptions): Suggestions {
  const canned = useLoad(signal => ask<Items<CannedAnswer>>("GET", "canned-answers", { signal }), []);
  const agents = useLive(state => state.agents);
  const [token, setToken] = useState<Token | null>(null);
  const [at, setAt] = useState(0);
  const answers = canned.state.is === "here" ? canned.state.value.items : [];
  const choices = useMemo(() => {
    if (!token) return [];
    const replace = (words: string) => {
      setToken(null);
      put(text.slice(0, token.from) + words + text.slice(token.until), token.from + words.length);
    };
    return token.sign === "/"
      ? cannedChoices(answers, token.typed, answer => replace(filled(answer.text, filling)))
      : agentChoices(agents, token.typed, agent => replace(`@${agent.name} `));
  }, [token, answers, agents, text]);
  const move = (by: number) => setAt(now => (now + by + choices.length) % Math.max(1, choices.length));
  return {
    open: token && {
      label: token.sign === "/" ? "Canned answers" : "Colleagues",
      choices,
      at: Math.min(at, Math.max(0, choices.length - 1)),
      nothing:
        token.sign === "@"
          ? "Nobody is called that."
          : answers.length === 0
            ? "There are no canned answers yet. Supervisors add them in the settings."
            : "No canned answer fits.",
    },
    look: () => {
      const element = field.current;
      if (!element) return;
      setToken(tokenAt(element.value, element.selectionStart, kind === "note" ? "@" : "/"));
      setAt(0);
    },
    close: () => setToken(null),
    onKeyDown: event => {
      if (!token) return false;
      const chosen = choices[Math.min(at, choices.length - 1)];
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") setToken(null);
      else if ((event.key === "Enter" || event.key === "Tab") && chosen && !event.ctrlKey && !event.metaKey)
        chosen.pick();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    mentioned: written =>
      agents.filter(agent => !agent.disabled && written.includes(`@${agent.name}`)).map(agent => agent.id),
  };
}

function cannedChoices(
  answers: readonly CannedAnswer[],
  typed: string,
  pick: (answer: CannedAnswer) => void,
): readonly Choice[] {
  const word = typed.toLowerCase();
  const rank = (answer: CannedAnswer) => {
    if (answer.shortcut.toLowerCase().startsWith(word)) return 0;
    if (answer.shortcut.toLowerCase().includes(word)) return 1;
    return answer.text.toLowerCase().includes(word) ? 2 : 3;
  };
  return answers
    .map(answer => [rank(answer), answer] as const)
    .filter(([rank]) => rank < 3)
    .sort(([a], [b]) => a - b)
    .slice(0, MOST)
    .map(([, answer]) => ({
      id: answer.id,
      title: `/${answer.shortcut}`,
      about: answer.text.replace(/\s+/g, " "),
      pick: () => pick(answer),
    }));
}

function agentChoices(
  agents: readonly Agent[],
  typed: string,
  pick: (agent: Agent) => void,
): readonly Choice[] {
  const word = typed.toLowerCase();
  return agents
    .filter(agent => !agent.disabled && agent.name.toLowerCase().includes(word))
    .slice(0, MOST)
    .map(agent => ({ id: agent.id, title: agent.name, about: agent.email, pick: () => pick(agent) }));
}
