/** Types shared by the app and the voice script, which never import each other. */
import type { ParleyClient, Recording } from "../../client";
import type { Language } from "../i18n";

/** What the app provides. */
export interface VoiceOptions {
  readonly language: Language;
  /** Loads a script of the widget by file name. */
  readonly script: (name: string) => Promise<void>;
}

export interface Voice {
  /** Starts recording. Uses the text box like a visitor: writes and submits. */
  speak(form: HTMLFormElement, client: ParleyClient, options: VoiceOptions): Promise<void>;
  /** Offers an unsent recording of an earlier page. */
  offer(form: HTMLFormElement, client: ParleyClient, options: VoiceOptions): Promise<void>;
  /** Renders a recording of the thread. */
  show(box: HTMLElement, recording: Recording, client: ParleyClient, options: VoiceOptions): Promise<void>;
}
