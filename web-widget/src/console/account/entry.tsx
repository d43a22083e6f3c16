/** Pages without a session: sign in, request a link, choose a password. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ChoosePassword } from "./choose-password";
import { ForgotPassword } from "./forgot-password";
import { SignIn, type SignInProps } from "./sign-in";

type Step = "sign-in" | "forgot" | "choose";

export function Entry({ ended, ssoError, onEntered }: Omit<SignInProps, "onForgot">): JSX.Element {
  const [token, setToken] = useState(linkToken);
  const [step, setStep] = useState<Step>(token ? "choose" : "sign-in");
  useEffect(() => {
    // A link opened in an existing tab changes only the fragment.
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
        <SignIn ended={ended} ssoError={ssoError} onEntered={onEntered} onForgot={() => setStep("forgot")} />
      );
    case "forgot":
      return <ForgotPassword onBack={back} />;
    case "choose":
      return <ChoosePassword token={token ?? ""} onDone={back} onForgot={() => setStep("forgot")} />;
  }
}

/** Read from an invitation or reset link and removed from address bar and history. */
function linkToken(): string | null {
  return new URLSearchParams(location.hash.replace(/^#/, "")).get("password");
}
