/** Binds a form's fields to controls: `<TextField label="Name" {...typed(form, "name")} />`. */
import type { Form } from "./form";

/** Fields of type `V`. */
type Holding<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T] & string;

function change<T, K extends keyof T & string>(form: Form<T>, field: K): (value: T[K]) => void {
  return value => form.set({ [field]: value } as unknown as Partial<T>);
}

export function typed<T, K extends Holding<T, string>>(form: Form<T>, field: K) {
  return { value: form.value[field], wrong: form.wrong(field), onInput: change(form, field) };
}

/** For selections and lists. */
export function chosen<T, K extends keyof T & string>(form: Form<T>, field: K) {
  return { value: form.value[field], wrong: form.wrong(field), onChange: change(form, field) };
}

export function ticked<T, K extends Holding<T, boolean>>(form: Form<T>, field: K) {
  return { checked: form.value[field], onChange: change(form, field) };
}
