import { CopyPlus, Plus, X } from "lucide";
import type { JSX } from "preact";
import { Button } from "../../kit/button";
import { useNow } from "../../kit/time";
import type { Plan } from "./plan";
import {
  DAYS,
  type Day,
  dayName,
  hoursAWeek,
  nextSpan,
  openAt,
  type Span,
  shiftsOf,
  type Week,
} from "./shifts";

export function WeekEditor(props: {
  readonly week: Week;
  readonly wrong: (field: string) => string | null;
  readonly onChange: (week: Week) => void;
}): JSX.Element {
  const { week, wrong, onChange } = props;
  const set = (day: Day, spans: readonly Span[]) => onChange({ ...week, [day]: spans });
  const always = shiftsOf(week).length === 0;
  const copyDown = (day: Day) =>
    onChange(
      Object.fromEntries(DAYS.map((one, i) => [one, i < 5 ? week[day] : week[one]])) as unknown as Week,
    );
  return (
    <fieldset class="field">
      <legend>Shifts</legend>
      <p class="hint">
        {always
          ? "No shifts: the shop counts as always open."
          : `${hoursAWeek(week)} hours a week. Days without shifts are closed.`}
      </p>
      <div class="week">
        {DAYS.map(day => (
          <fieldset class="weekday" key={day} aria-label={dayName(day)}>
            <span class="name">{dayName(day)}</span>
            <div class="stack tight grow">
              {week[day].length === 0 && <span class="soft closed">{always ? "open" : "closed"}</span>}
              {week[day].map((span, i) => (
                <ShiftRow
                  key={i}
                  label={`${dayName(day)}, shift ${i + 1}`}
                  span={span}
                  wrong={wrong(`week.${day}.${i}`)}
                  onChange={now =>
                    set(
                      day,
                      week[day].map((one, j) => (j === i ? now : one)),
                    )
                  }
                  onRemove={() =>
                    set(
                      day,
                      week[day].filter((_, j) => j !== i),
                    )
                  }
                />
              ))}
            </div>
            <span class="row tight">
              {day === "MONDAY" && week[day].length > 0 && (
                <Button
                  kind="quiet"
                  size="small"
                  icon={CopyPlus}
                  label="Copy Monday's shifts to Tuesday to Friday"
                  onClick={() => copyDown(day)}
                />
              )}
              <Button
                kind="quiet"
                size="small"
                icon={Plus}
                label={`Add a shift on ${dayName(day)}`}
                onClick={() => set(day, [...week[day], nextSpan(week[day])])}
              />
            </span>
          </fieldset>
        ))}
      </div>
      {wrong("week") && <div class="wrong">{wrong("week")}</div>}
    </fieldset>
  );
}

function ShiftRow(props: {
  readonly label: string;
  readonly span: Span;
  readonly wrong: string | null;
  readonly onChange: (span: Span) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { span, wrong, label } = props;
  const time = (name: "from" | "until", text: string) => (
    <input
      class="input"
      type="time"
      aria-label={`${label}, ${text}`}
      aria-invalid={wrong ? true : undefined}
      value={span[name]}
      onInput={event => props.onChange({ ...span, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div>
      <div class="row tight shift">
        {time("from", "from")}
        <span class="soft" aria-hidden="true">
          –
        </span>
        {time("until", "until")}
        <Button kind="quiet" size="small" icon={X} label={`Remove ${label}`} onClick={props.onRemove} />
      </div>
      {wrong && <div class="wrong small">{wrong}</div>}
    </div>
  );
}

/** Whether the shop would be open now, while editing. */
export function OpenNow({ plan }: { readonly plan: Plan }): JSX.Element {
  const open = openAt(new Date(useNow()), plan.zone, plan.week, plan.holidays);
  return <span class={open ? "badge accent" : "badge"}>{open ? "Open now" : "Closed now"}</span>;
}
