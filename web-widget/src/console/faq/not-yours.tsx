import { Lock } from "lucide";
import type { JSX } from "preact";
import { Empty } from "../kit/states";
import { href } from "../router";

export function NotYours(): JSX.Element {
  return (
    <Empty icon={Lock} title="Supervisors write the FAQ">
      <p>You can read it, and test what the bot would answer.</p>
      <a class="button" href={href("faq")}>
        To all entries
      </a>
    </Empty>
  );
}
