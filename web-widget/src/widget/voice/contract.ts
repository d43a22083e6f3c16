/** What the widget's app and the script of voice messages agree on. Types only: they are two scripts that never import each other. */
import type { ParleyClient, Recording } from "../../client";
import type { Language } from "../i18n";

/** What the app lends to it. */
export interface Around {
  readonly language: Language;
  /** A script of the widget's own, by its file name. */
  readonly script: (name: string) => Promise<void>;
}

export interface Voice {
  /** Somebody wants to speak. It does with the text box's elements what the visitor would: writes into it, and sends it. */
  speak(form: HTMLFormElement, client: ParleyClient, around: Around): Promise<void>;
  /** Offers what was recorded on a page before this one, and not sent. */
  offer(form: HTMLFormElement, client: ParleyClient, around: Around): Promise<void>;
  /** Puts a recording of the thread into its place. */
  show(box: HTMLElement, recording: Recording, client: ParleyClient, around: Around): Promise<void>;
}
