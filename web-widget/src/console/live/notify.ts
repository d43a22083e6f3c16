/** Optional sound and desktop notification. */
import { preferences } from "../preferences";
import { go, href } from "../router";
import type { Alert } from "./alerts";

const TITLES: Readonly<Record<Alert["kind"], string>> = {
  waiting: "A visitor is waiting",
  message: "A new message for you",
  mention: "You were mentioned",
};
const REST_MS = 1_500;

let sounded = 0;

export function notify(alert: Alert): void {
  const chosen = preferences();
  if (chosen.sound) chime(alert.kind);
  if (chosen.notifications && !document.hasFocus()) show(alert);
}

/** Two soft tones; concurrent alerts make one sound. */
function chime(kind: Alert["kind"]): void {
  const now = Date.now();
  if (now - sounded < REST_MS || !navigator.userActivation?.hasBeenActive) return;
  sounded = now;
  const audio = new AudioContext();
  const [first, second] = kind === "waiting" ? [659, 880] : [784, 784];
  tone(audio, first, 0);
  tone(audio, second, 0.14);
  setTimeout(() => void audio.close(), 1_000);
}

function tone(audio: AudioContext, hertz: number, after: number): void {
  const from = audio.currentTime + after;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(0.08, from + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, from + 0.32);
  const wave = audio.createOscillator();
  wave.frequency.value = hertz;
  wave.connect(gain).connect(audio.destination);
  wave.start(from);
  wave.stop(from + 0.34);
}

function show(alert: Alert): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const shown = new Notification(TITLES[alert.kind], {
    body: alert.text.slice(0, 140),
    tag: alert.conversation,
    silent: true,
  });
  shown.onclick = () => {
    window.focus();
    go(href("conversations", alert.conversation));
    shown.close();
  };
}
