/** What somebody sees who is not signed in: sign in, ask for a link, choose a password. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ChoosePassword } from "./choose-password";
import { ForgotPassword } from "./forgot-password";
import { SignIn, type SignInProps } from "./sign-in";

type Step = "sign-in" | "forgot" | "choose";

export function Entry({ ended, trouble, onEntered }: Omit<SignInProps, "onForgot">): JSX.Element {
  const [token, setToken] = useState(linkToken);
  const [step, setStep] = useState<Step>(token ? "choose" : "sign-in");
  useEffect(() => {
    // A link that is opened in a tab where the page is already open changes only the part behind the hash.
    const opened = () => {
      const found = linkToken();
      if (!found) return;
      setToken(found);
      setStep("choose");
    };
    addEventListener("hashchange", opened);
    return () => removeEventListener("hashchange", opened);
  }, []);
  useEffect(() => {
    if (token) history.replaceState(null, "", location.pathname);
  }, [token]);
  const back = () => setStep("sign-in");
  switch (step) {
    case "sign-in":
      return (
        <SignIn ended={ended} trouble={trouble} onEntered={onEntered} onForgot={() => setStep("forgot")} />
      );
    case "forgot":
      return <ForgotPassword onBack={back} />;
    case "choose":
      return <ChoosePassword token={token ?? ""} onDone={back} onForgot={() => setStep("forgot")} />;
  }
}

/** Out of an invitation's or a reset mail's link; it leaves the address bar at once, and with it the history. */
function linkToken(): string | null {
  return new URLSearchParams(location.hash.replace(/^#/, "")).get("password");
}
