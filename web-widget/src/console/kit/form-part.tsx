/** Parts of long forms: headings and multiple choice. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { Check } from "./field";

export function FormPart(props: {
  readonly title: string;
  /** Beside the heading. */
  readonly aside?: ComponentChildren;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const heading = <h2>{props.title}</h2>;
  return (
    <fieldset class="card stack" disabled={props.disabled}>
      <legend class="sr">{props.title}</legend>
      {props.aside ? (
        <div class="spread">
          {heading}
          {props.aside}
        </div>
      ) : (
        heading
      )}
      {props.children}
    </fieldset>
  );
}

/** An error shared by several controls. */
function Wrong({ text }: { readonly text: string | null | undefined }): JSX.Element | null {
  if (!text) return null;
  return (
    <div class="wrong" role="alert">
      {text}
    </div>
  );
}

/** Single choice with explanations. */
export function Choices<V extends string>(props: {
  readonly value: V;
  readonly options: readonly (readonly [V, string, string])[];
  readonly wrong?: string | null;
  readonly onChange: (value: V) => void;
}): JSX.Element {
  const name = useId();
  const { value, options, wrong } = props;
  return (
    <>
      <div class="stack tight">
        {options.map(([is, text, about]) => (
          <label class="choice" key={is}>
            <input
              type="radio"
              name={name}
              aria-invalid={wrong && value === is ? true : undefined}
              checked={value === is}
              onChange={() => props.onChange(is)}
            />
            <span>
              {text}
              <span class="soft small">{about}</span>
            </span>
          </label>
        ))}
      </div>
      <Wrong text={wrong} />
    </>
  );
}

/** Multiple choice. */
export function Ticks<V extends string>(props: {
  readonly legend: string;
  readonly value: readonly V[];
  readonly options: readonly (readonly [V, string])[];
  readonly hint?: (one: V) => ComponentChildren;
  readonly wrong?: string | null;
  readonly onChange: (value: readonly V[]) => void;
}): JSX.Element {
  const { value, onChange } = props;
  return (
    <fieldset class="field">
      <legend>{props.legend}</legend>
      <div class="stack tight">
        {props.options.map(([one, text]) => (
          <Check
            key={one}
            label={text}
            hint={props.hint?.(one)}
            checked={value.includes(one)}
            onChange={on => onChange(on ? [...value, one] : value.filter(other => other !== one))}
          />
        ))}
      </div>
      <Wrong text={props.wrong} />
    </fieldset>
  );
}
