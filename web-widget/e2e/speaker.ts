/** A visitor who speaks into the chat, with the browser's fake microphone. */
import type { Locator } from "playwright-core";
import { administrate, REAL } from "./desk";
import { becomes, type Visit } from "./harness";

let allowed: Promise<unknown> | undefined;

export class Speaker {
  private constructor(readonly visit: Visit) {}

  /** Enables voice messages in the shop; in the fake service they are always enabled. */
  static async at(visit: Visit): Promise<Speaker> {
    allowed ??= REAL ? administrate("PUT", "settings/voice", { enabled: true }) : Promise.resolve();
    await allowed;
    return new Speaker(visit);
  }

  get box(): Locator {
    return this.visit.panel.locator(".voice-box");
  }
  is(state: string): Promise<void> {
    return this.visit.panel.locator(`.voice-box.${state}`).waitFor();
  }

  /** Longer than an accidental press. */
  async begin(seconds = 1): Promise<void> {
    await this.visit.panel.locator(".mic").click();
    await this.is("recording");
    await becomes(
      async () => Number((await this.box.locator(".long").innerText()).slice(-2)) >= seconds,
      true,
    );
  }

  async record(seconds?: number): Promise<void> {
    await this.begin(seconds);
    await this.box.locator(".round").click();
    await this.is("review");
  }

  async choose(name: string): Promise<void> {
    await this.box.getByRole("button", { name }).click();
  }
}
