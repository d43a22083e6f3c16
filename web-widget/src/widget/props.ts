/** Props of the panel's parts. */
import type { ChatState, ParleyClient } from "../client";
import type { ShowExtras } from "./extras";
import type { Words } from "./i18n/en";
import type { Voice, VoiceOptions } from "./voice/contract";

export interface Props {
  readonly state: ChatState;
  readonly client: ParleyClient;
  readonly words: Words;
  readonly locale: string;
  readonly lazy?: Lazy;
}

/** Loaded on demand. */
export interface Parts {
  readonly extras: ShowExtras;
  readonly voice: Voice;
}

export type Lazy = <P extends keyof Parts>(
  part: P,
  use: (it: Parts[P], more: VoiceOptions) => unknown,
  fail?: () => void,
) => void;
