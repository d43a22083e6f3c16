import type { JSX } from "preact";
import { href, type PageProps } from "../router";
import { KeysSection } from "./keys-section";
import { SecuritySection } from "./security-section";
import { YouSection } from "./you-section";

const SECTIONS = [
  { path: [] as readonly string[], text: "You", Section: YouSection },
  { path: ["security"], text: "Sign-in and security", Section: SecuritySection },
  { path: ["keys"], text: "Keys", Section: KeysSection },
] as const;

export function AccountPage({ place }: PageProps): JSX.Element {
  const wanted = SECTIONS.find(section => section.path[0] === place.path[1]) ?? SECTIONS[0];
  return (
    <div class="with-side">
      <nav aria-label="Account">
        <h2>Account</h2>
        {SECTIONS.map(section => (
          <a
            key={section.text}
            href={href("account", ...section.path)}
            aria-current={section === wanted ? "page" : undefined}
          >
            {section.text}
          </a>
        ))}
      </nav>
      <wanted.Section />
    </div>
  );
}
