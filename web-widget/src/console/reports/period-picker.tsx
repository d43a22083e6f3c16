import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { TextField } from "../kit/field";
import { isDay, type Period } from "./report";

export const PRESETS = [7, 30, 90] as const;

interface PickerProps {
  /** Days up to today; null for a custom period. */
  readonly days: number | null;
  readonly period: Period;
  readonly onDays: (days: number) => void;
  readonly onPeriod: (period: Period) => void;
}

export function PeriodPicker(props: PickerProps): JSX.Element {
  const [custom, setCustom] = useState(props.days === null);
  return (
    <fieldset class="period">
      <legend class="sr">Days</legend>
      {PRESETS.map(days => (
        <Button
          key={days}
          size="small"
          pressed={!custom && props.days === days}
          onClick={() => {
            setCustom(false);
            props.onDays(days);
          }}
        >
          {days} days
        </Button>
      ))}
      <Button size="small" pressed={custom} expanded={custom} onClick={() => setCustom(true)}>
        Other days
      </Button>
      {custom && <Days period={props.period} onPeriod={props.onPeriod} />}
    </fieldset>
  );
}

function Days(props: { readonly period: Period; readonly onPeriod: (period: Period) => void }): JSX.Element {
  const [from, setFrom] = useState(props.period.from);
  const [to, setTo] = useState(props.period.to);
  const turned = isDay(from) && isDay(to) && from > to;
  return (
    <form
      class="row wrap"
      onSubmit={event => {
        event.preventDefault();
        if (isDay(from) && isDay(to) && !turned) props.onPeriod({ from, to });
      }}
    >
      <TextField label="From" bare type="date" value={from} onInput={setFrom} required />
      <span class="soft">to</span>
      <TextField
        label="To"
        bare
        type="date"
        value={to}
        onInput={setTo}
        wrong={turned ? "Ends before it begins." : null}
        required
      />
      <Button type="submit" size="small" disabled={turned}>
        Show
      </Button>
    </form>
  );
}
