import type { JSX } from "preact";
import { Page } from "../kit/page";
import { PasswordCard } from "./password-card";
import { SecondFactorCard } from "./second-factor-card";
import { SessionsCard } from "./sessions-card";

export function SecuritySection(): JSX.Element {
  return (
    <Page title="Sign-in and security" narrow>
      <PasswordCard />
      <SecondFactorCard />
      <SessionsCard />
    </Page>
  );
}
