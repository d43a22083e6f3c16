import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLoad } from "../api/use";
import { Button } from "../kit/button";
import { Loading } from "../kit/states";
import { exact } from "../kit/time";
import { Enrol } from "./enrol";
import { NewCodes } from "./new-codes";
import { type SecondFactor, secondFactor } from "./second-factor";
import { TurnOff } from "./turn-off";

type Doing = "enrol" | "codes" | "off" | null;

export function SecondFactorCard(): JSX.Element {
  const load = useLoad(secondFactor.get, []);
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => {
    setDoing(null);
    load.reload();
  };
  return (
    <section class="card stack">
      <h2>Second factor</h2>
      <p class="soft">
        A password can be found out. With a second factor, signing in also takes a code from an app on your
        phone.
      </p>
      <Loading of={load} lines={2}>
        {factor => <State factor={factor} onDo={setDoing} />}
      </Loading>
      {doing === "enrol" && <Enrol onClose={done} />}
      {doing === "codes" && <NewCodes onClose={done} />}
      {doing === "off" && <TurnOff onClose={done} />}
    </section>
  );
}

function State(props: { readonly factor: SecondFactor; readonly onDo: (doing: Doing) => void }): JSX.Element {
  const { factor, onDo } = props;
  if (!factor.enabled) {
    return (
      <div>
        <Button kind="primary" onClick={() => onDo("enrol")}>
          Set up
        </Button>
      </div>
    );
  }
  const few = factor.recovery_codes_left < 4;
  return (
    <>
      <div class="row wrap">
        <span class="badge accent">on</span>
        {factor.enabled_at && <span class="soft">since {exact(factor.enabled_at)}</span>}
        <span class={few ? "badge warn" : "badge"}>{factor.recovery_codes_left} recovery codes left</span>
      </div>
      <div class="row wrap">
        <Button onClick={() => onDo("codes")}>New recovery codes</Button>
        <Button kind="danger" onClick={() => onDo("off")}>
          Turn off
        </Button>
      </div>
    </>
  );
}
