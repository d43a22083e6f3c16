import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface Shared {
  readonly label: string;
  readonly hint?: ComponentChildren;
  /** The error, shown in place of the hint. */
  readonly wrong?: string | null | undefined;
  /** Label for screen readers only. */
  readonly bare?: boolean;
}

interface Inner {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

/** Label, control, hint and error, connected. */
export function Field(props: Shared & { readonly children: (inner: Inner) => JSX.Element }): JSX.Element {
  const id = useId();
  const about = props.wrong || props.hint ? `${id}-about` : undefined;
  return (
    <div class="field">
      <label for={id} class={props.bare ? "sr" : undefined}>
        {props.label}
      </label>
      {props.children({ id, "aria-describedby": about, "aria-invalid": props.wrong ? true : undefined })}
      {about && (
        <div id={about} class={props.wrong ? "wrong" : "hint"}>
          {props.wrong || props.hint}
        </div>
      )}
    </div>
  );
}

interface Text extends Shared {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "password" | "search" | "url" | "number" | "date" | "time" | "color";
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autofocus?: boolean;
  readonly maxLength?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly inputMode?: "numeric" | "decimal" | "text";
}

export function TextField(props: Text): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  // `autofocus` has no effect if something has the focus, such as a just pressed button.
  useEffect(() => {
    if (props.autofocus) field.current?.focus();
  }, [props.autofocus]);
  return (
    <Field {...shared(props)}>
      {inner => (
        <input
          {...inner}
          ref={field}
          class="input"
          // Types allow each kind its own roles only; we set none.
          type={(props.type ?? "text") as "text"}
          value={props.value}
          placeholder={props.placeholder}
          autocomplete={props.autocomplete ?? "off"}
          required={props.required}
          disabled={props.disabled}
          autofocus={props.autofocus}
          maxLength={props.maxLength}
          min={props.min}
          max={props.max}
          inputMode={props.inputMode}
          dir={props.type === "email" || props.type === "url" ? "ltr" : "auto"}
          onInput={event => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea(props: Omit<Text, "type"> & { readonly rows?: number }): JSX.Element {
  return (
    <Field {...shared(props)}>
      {inner => (
        <textarea
          {...inner}
          class="input"
          rows={props.rows ?? 4}
          value={props.value}
          placeholder={props.placeholder}
          required={props.required}
          disabled={props.disabled}
          maxLength={props.maxLength}
          dir="auto"
          onInput={event => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface Choice<T extends string> extends Shared {
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

export function Select<T extends string>(props: Choice<T>): JSX.Element {
  return (
    <Field {...shared(props)}>
      {inner => (
        <select
          {...inner}
          class="input"
          value={props.value}
          disabled={props.disabled}
          onChange={event => props.onChange(event.currentTarget.value as T)}
        >
          {props.options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface Tick {
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function Check(props: Tick): JSX.Element {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={event => props.onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{props.label}</label>
        {props.hint && (
          <div id={`${id}-hint`} class="soft small">
            {props.hint}
          </div>
        )}
      </div>
    </div>
  );
}

function shared({ label, hint, wrong, bare }: Shared): Shared {
  return { label, hint, wrong, ...(bare !== undefined && { bare }) };
}
