import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide";
import type { JSX } from "preact";
import { Button } from "../../kit/button";
import { Ago } from "../../kit/time";
import { type FieldsProps, LaneFields } from "./lane-fields";
import { type LaneDraft, standings, words } from "./rules";
import type { LaneState } from "./types";

const FIELDS: readonly (keyof LaneDraft)[] = [
  "name",
  "model",
  "base_url",
  "deployment",
  "api_version",
  "key",
  "region",
  "window",
  "price",
  "first_token_ms",
  "total_ms",
];

interface CardProps extends FieldsProps {
  readonly place: number;
  readonly count: number;
  readonly admin: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function LaneCard(props: CardProps): JSX.Element {
  const { lane, place, admin } = props;
  const open = admin && (props.open || FIELDS.some(field => props.wrong(field)));
  const name = lane.name || "New lane";
  return (
    <li class="card lane">
      <div class="spread">
        <div class="row">
          <span class="place nums" aria-hidden="true">
            {place + 1}
          </span>
          <div>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <div class="soft small" dir="ltr">
              {[lane.model, host(lane), lane.region, lane.price].filter(Boolean).join(" · ")}
            </div>
          </div>
        </div>
        {admin && (
          <div class="row tight">
            <Button
              kind="quiet"
              icon={ArrowUp}
              label={`Ask ${name} earlier`}
              disabled={place === 0}
              onClick={() => props.onMove(-1)}
            />
            <Button
              kind="quiet"
              icon={ArrowDown}
              label={`Ask ${name} later`}
              disabled={place === props.count - 1}
              onClick={() => props.onMove(1)}
            />
            <Button
              kind="quiet"
              icon={Pencil}
              label={`Edit ${name}`}
              expanded={open}
              onClick={props.onToggle}
            />
            <Button kind="quiet" icon={Trash2} label={`Remove ${name}`} onClick={props.onRemove} />
          </div>
        )}
      </div>
      {lane.read && <StateBadges state={lane.read.state} />}
      {open && <LaneFields {...props} />}
    </li>
  );
}

function host(lane: LaneDraft): string {
  if (!lane.base_url) return lane.kind === "openai" ? "OpenAI" : "";
  return URL.canParse(lane.base_url) ? new URL(lane.base_url).host : lane.base_url;
}

export function StateBadges({ state }: { readonly state: LaneState | undefined }): JSX.Element {
  return (
    <div class="row wrap tight">
      {standings(state).map(({ kind, text }) => (
        <span key={text} class={`badge wrap ${kind}`}>
          {text}
        </span>
      ))}
      {state?.last_error && (
        <span class="soft small">
          Last error: {words(state.last_error.code)}, <Ago at={state.last_error.at} />
          {state.last_error.said && <>. The server says: {state.last_error.said}</>}
        </span>
      )}
    </div>
  );
}
