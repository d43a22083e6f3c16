import { Plus, X } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../kit/button";
import { TextField } from "../../kit/field";
import { Icon } from "../../kit/icon";

/** Days without shifts; past ones are hidden. */
export function Holidays(props: {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}): JSX.Element {
  const { value, onChange } = props;
  const [day, setDay] = useState("");
  const today = new Date().toISOString().slice(0, 10);
  const coming = value.filter(one => one >= today);
  const past = value.length - coming.length;
  const add = () => {
    if (!day) return;
    onChange([...new Set([...value, day])].sort());
    setDay("");
  };
  return (
    <div class="stack tight">
      <div class="row holidays">
        <TextField
          label="Holidays"
          type="date"
          value={day}
          hint="On these days the shop is closed, whatever the shifts say."
          onInput={setDay}
        />
        <Button icon={Plus} disabled={!day} onClick={add}>
          Add day
        </Button>
      </div>
      {coming.length > 0 && (
        <ul class="row wrap tight">
          {coming.map(one => (
            <li class="chip" key={one}>
              {long(one)}
              <button
                type="button"
                aria-label={`Remove ${long(one)}`}
                onClick={() => onChange(value.filter(other => other !== one))}
              >
                <Icon of={X} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {past > 0 && <p class="soft small">And {past === 1 ? "one" : past} in the past.</p>}
    </div>
  );
}

function long(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(undefined, { dateStyle: "medium", timeZone: "UTC" });
}
