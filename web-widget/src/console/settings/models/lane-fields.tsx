import type { ComponentProps, JSX } from "preact";
import { Check, Select, TextField } from "../../kit/field";
import { keepsKey, type LaneDraft } from "./rules";
import type { Kind, Parameters, Use } from "./types";

export interface FieldsProps {
  readonly lane: LaneDraft;
  readonly use: Use;
  readonly wrong: (field: string) => string | null;
  readonly onChange: (lane: LaneDraft) => void;
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ["openai", "OpenAI"],
  ["azure", "Azure OpenAI"],
  ["compatible", "A compatible server"],
];

export function LaneFields({ lane, use, wrong, onChange }: FieldsProps): JSX.Element {
  const set = (change: Partial<LaneDraft>) => onChange({ ...lane, ...change });
  const text = (field: TextName, label: string, more: Partial<More> = {}) => (
    <TextField
      label={label}
      value={lane[field]}
      wrong={wrong(field)}
      onInput={value => set({ [field]: value })}
      {...more}
    />
  );
  const hears = use === "speech";
  return (
    <div class="stack">
      <div class="halves">
        {text("name", "Name", { hint: "A word of yours; logs and alarms name it." })}
        <Select label="Kind" value={lane.kind} options={KINDS} onChange={kind => set({ kind })} />
      </div>
      {text("base_url", "Server's address", {
        type: "url",
        placeholder: "https://",
        hint: lane.kind === "openai" ? "Empty: api.openai.com." : "As OpenAI's clients take it.",
      })}
      {lane.kind === "azure" && (
        <div class="halves">
          {text("deployment", "Deployment")}
          {text("api_version", "API version", { placeholder: "2024-10-21" })}
        </div>
      )}
      <div class="halves">
        {text("model", "Model", {
          hint: hears ? "Such as whisper-1 or gpt-4o-transcribe." : "An alias, or a pinned snapshot.",
        })}
        {text("key", "Key", {
          type: "password",
          autocomplete: "new-password",
          placeholder: keepsKey(lane) ? "Stored. Empty: stays" : "",
          hint: "Goes in, and is never shown again.",
        })}
      </div>
      <details>
        <summary>{hears ? "Region, price" : "Region, price, limits"}</summary>
        <div class="stack">
          <div class="halves">
            {text("region", "Region", { hint: "Such as eu, for the border below." })}
            {text("price", "Price", {
              hint: hears
                ? "In dollars per minute, such as 0.006/min. Empty: as Parley's price list has it (whisper-1: 0.006/min)."
                : "Per million tokens, input/output, such as 0.50/1.50.",
            })}
          </div>
          {!hears && (
            <>
              <div class="halves">
                {text("window", "Window, in tokens", { type: "number", hint: "Read and written together." })}
                {text("first_token_ms", "First word within, ms", { type: "number" })}
              </div>
              <div class="halves">
                {text("total_ms", "Whole answer within, ms", { type: "number" })}
                <Temperature lane={lane} set={set} />
              </div>
              <Flags lane={lane} set={set} />
            </>
          )}
        </div>
      </details>
    </div>
  );
}

type TextName = Exclude<keyof LaneDraft, "at" | "kind" | "parameters" | "read">;
type More = Pick<ComponentProps<typeof TextField>, "type" | "hint" | "placeholder" | "autocomplete">;

interface PartProps {
  readonly lane: LaneDraft;
  readonly set: (change: Partial<LaneDraft>) => void;
}

function Temperature({ lane, set }: PartProps): JSX.Element {
  const { temperature, ...rest } = lane.parameters;
  return (
    <TextField
      label="Temperature"
      type="number"
      min={0}
      max={2}
      hint="0 to 2; empty: the model's own."
      value={temperature === undefined ? "" : String(temperature)}
      onInput={text => set({ parameters: text ? { ...rest, temperature: Number(text) } : rest })}
    />
  );
}

/** Unticked parameters use the default of the server's kind. */
const FLAGS: readonly (readonly [keyof Parameters & ("stream" | "stream_options"), string])[] = [
  ["stream", "Does not stream: it sends the answer in one piece"],
  ["stream_options", "Does not know stream_options: tokens are counted by us"],
];

function Flags({ lane, set }: PartProps): JSX.Element {
  return (
    <>
      {FLAGS.map(([flag, label]) => (
        <Check
          key={flag}
          label={label}
          checked={lane.parameters[flag] === false}
          onChange={off => {
            const { [flag]: _, ...rest } = lane.parameters;
            set({ parameters: off ? { ...rest, [flag]: false } : rest });
          }}
        />
      ))}
    </>
  );
}
