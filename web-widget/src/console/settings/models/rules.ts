/** Lanes in the form, with validation. */
import type { Problems } from "../../kit/form";
import type { Kind, Lane, LaneState, Lanes, Parameters, Use } from "./types";

export interface LaneDraft {
  /** Identifies a card while lanes are reordered. */
  readonly at: string;
  readonly name: string;
  readonly kind: Kind;
  readonly base_url: string;
  readonly deployment: string;
  readonly api_version: string;
  readonly key: string;
  readonly model: string;
  readonly region: string;
  readonly window: string;
  readonly price: string;
  readonly parameters: Parameters;
  readonly first_token_ms: string;
  readonly total_ms: string;
  /** Null for a new lane. */
  readonly read: Lane | null;
}

export interface Models {
  readonly lanes: readonly LaneDraft[];
  readonly speech: readonly LaneDraft[];
  readonly stay_in: string;
  readonly in: boolean;
  readonly out: boolean;
  readonly pass_when_down: boolean;
}

const OPENAI = "https://api.openai.com/v1";

export function modelsOf(found: Lanes): Models {
  return {
    lanes: found.lanes.map((lane, i) => draftOf(lane, `${i}-${lane.name}`)),
    speech: (found.speech ?? []).map((lane, i) => draftOf(lane, `speech-${i}-${lane.name}`)),
    stay_in: found.stay_in ?? "",
    in: found.moderation?.in ?? false,
    out: found.moderation?.out ?? false,
    pass_when_down: found.moderation?.pass_when_down ?? false,
  };
}

function draftOf(lane: Lane, at: string): LaneDraft {
  const text = (value: string | number | undefined) => (value === undefined ? "" : String(value));
  return {
    at,
    name: lane.name,
    kind: lane.kind,
    base_url: lane.kind === "openai" && lane.base_url === OPENAI ? "" : text(lane.base_url),
    deployment: text(lane.deployment),
    api_version: text(lane.api_version),
    key: "",
    model: lane.model,
    region: text(lane.region),
    window: text(lane.window),
    price: text(lane.price),
    parameters: lane.parameters ?? {},
    first_token_ms: text(lane.timeouts?.first_token_ms),
    total_ms: text(lane.timeouts?.total_ms),
    read: lane,
  };
}

export function newLane(at: string, use: Use, { lanes, speech }: Pick<Models, Use>): LaneDraft {
  const taken = new Set([...lanes, ...speech].map(one => one.name.trim()));
  const first = use === "speech" ? "speech" : "main";
  const names = [first, ...Array.from(taken, (_, i) => `${use === "speech" ? "speech" : "lane"}-${i + 2}`)];
  const name = names.find(one => !taken.has(one)) ?? "";
  const draft = draftOf({ name, kind: "openai", model: use === "speech" ? "whisper-1" : "" }, at);
  return { ...draft, read: null };
}

export function bodyOf(models: Models): Record<string, unknown> {
  const stay = models.stay_in.trim();
  const moderates = models.in || models.out;
  return {
    lanes: models.lanes.map(laneBody),
    speech: models.speech.map(laneBody),
    ...(stay && { stay_in: stay }),
    ...(moderates && {
      moderation: { in: models.in, out: models.out, pass_when_down: models.pass_when_down },
    }),
  };
}

function laneBody(draft: LaneDraft): Record<string, unknown> {
  const azure = draft.kind === "azure";
  const number = (text: string) => (text.trim() ? Number(text) : undefined);
  const text = (value: string) => value.trim() || undefined;
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    base_url: text(draft.base_url),
    deployment: azure ? text(draft.deployment) : undefined,
    api_version: azure ? text(draft.api_version) : undefined,
    key: text(draft.key),
    model: draft.model.trim(),
    region: text(draft.region),
    window: number(draft.window),
    price: text(draft.price),
    parameters: Object.keys(draft.parameters).length > 0 ? draft.parameters : undefined,
    timeouts: {
      ...draft.read?.timeouts,
      first_token_ms: number(draft.first_token_ms),
      total_ms: number(draft.total_ms),
    },
  };
}

/** The stored key stays only with the same name, kind and address. */
export function keepsKey(draft: LaneDraft): boolean {
  const { read } = draft;
  return (
    read?.key_set === true &&
    read.name === draft.name.trim() &&
    read.kind === draft.kind &&
    (read.base_url ?? OPENAI) === (draft.base_url.trim() || OPENAI)
  );
}

/** Per million tokens or, for speech, per minute. */
const PRICE: Readonly<Record<Use, readonly [shape: RegExp, words: string]>> = {
  lanes: [/^\d*\.?\d+(\/\d*\.?\d+){0,2}$/, "Write input/output per million tokens, such as 0.50/1.50, or 0."],
  speech: [
    /^\d*\.?\d+(\/min|(\/\d*\.?\d+){0,2})$/,
    "Write it per minute, such as 0.006/min, or per million tokens sound/text/answer, or 0.",
  ],
};

export function check(models: Models): Problems {
  return { ...checkLanes(models, "lanes"), ...checkLanes(models, "speech") };
}

function checkLanes(models: Models, use: Use): Problems {
  const wrong: Record<string, string> = {};
  const all = [...models.lanes, ...models.speech];
  const stay = models.stay_in.trim();
  models[use].forEach((lane, i) => {
    const say = (field: keyof LaneDraft, words: string) => {
      wrong[`${use}.${i}.${field}`] ??= words;
    };
    const twin = all.find(one => one.name.trim() === lane.name.trim());
    if (!lane.name.trim()) say("name", `Give it a name, such as ${use === "speech" ? "speech" : "main"}.`);
    else if (twin !== lane) say("name", "Another lane has this name.");
    if (!lane.model.trim())
      say("model", `Write the model's name, such as ${use === "speech" ? "whisper-1" : "gpt-4o-mini"}.`);
    if (lane.kind !== "openai" && !/^https?:\/\/[^\s/]/i.test(lane.base_url.trim()))
      say("base_url", "Write the server's address, beginning with https://.");
    if (lane.kind === "azure" && !lane.deployment.trim()) say("deployment", "Write the deployment's name.");
    if (lane.kind !== "compatible" && !lane.key.trim() && !keepsKey(lane))
      say("key", lane.read?.key_set ? "Type the key again: name, kind or address changed." : "Type the key.");
    if (lane.window.trim() && !between(lane.window, 1_024, 10_000_000))
      say("window", "From 1,024 to 10,000,000 tokens.");
    for (const field of ["first_token_ms", "total_ms"] as const)
      if (lane[field].trim() && !between(lane[field], 100, 120_000))
        say(field, "From 100 to 120,000 milliseconds.");
    const [shape, words] = PRICE[use];
    if (lane.price.trim() && !shape.test(lane.price.trim())) say("price", words);
    if (stay && lane.region.trim().toLowerCase() !== stay.toLowerCase())
      say("region", `Questions stay in ${stay}: this lane must say so, or go.`);
  });
  return wrong;
}

function between(text: string, least: number, most: number): boolean {
  const value = Number(text);
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Errors of a lane as a whole are shown at its name. */
export const named = (field: string): string =>
  field.replace(/\.(timeouts|parameters)\./, ".").replace(/^(lanes|speech)\.\d+$/, "$&.name");

export interface Standing {
  readonly kind: "accent" | "warn" | "bad" | "";
  readonly text: string;
}

const ALARMS: Readonly<Record<string, string>> = {
  gone: "The server no longer has this model: choose another",
  ending: "This model ends soon: choose another",
  key_refused: "The server refuses the key: type a new one",
  quota_spent: "The quota is spent: raise it at the provider",
  other_model: "Another model answers in its place: check the snapshot",
  no_answers: "It answers nothing: every answer comes from the FAQ",
};

/** Worst first. */
export function standings(state: LaneState | undefined): readonly Standing[] {
  if (!state) return [{ kind: "", text: "Not asked yet" }];
  const alarms = state.alarms.map(alarm => {
    const days = alarm === "ending" && state.days_left !== undefined ? ` (${state.days_left} days)` : "";
    return { kind: alarm === "ending" ? "warn" : "bad", text: (ALARMS[alarm] ?? alarm) + days } as const;
  });
  if (state.breaker === "open") return [...alarms, { kind: "bad", text: "Left alone: it failed too often" }];
  if (state.breaker === "half_open") return [...alarms, { kind: "warn", text: "Being tried again" }];
  if (state.resting_for) return [...alarms, { kind: "warn", text: `Resting: ${words(state.resting_for)}` }];
  const wants = (state.wants ?? []).map(want => ({ kind: "" as const, text: want.text }));
  if (state.failing && state.last_error && alarms.length === 0) {
    return [{ kind: "bad", text: `Failing: ${words(state.last_error.code)}` }, ...wants];
  }
  return [...(alarms.length > 0 ? alarms : [{ kind: "accent" as const, text: "Working" }]), ...wants];
}

export function words(code: string): string {
  return code.replaceAll("_", " ");
}
