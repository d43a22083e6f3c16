import { Moon, Sun } from "lucide";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Preview } from "../../../widget/preview";
import { ask } from "../../api/http";
import { useLoad, usePut } from "../../api/use";
import { Button } from "../../kit/button";
import { CopyBox } from "../../kit/copy";
import { useForm } from "../../kit/form";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { snippet } from "../../kit/snippet";
import { Loading } from "../../kit/states";
import { toast } from "../../kit/toast";
import { may, useSession } from "../../session";
import { LookFields, RuleFields } from "./fields";
import { bodyOf, check, type Look, lookOf, named, type WidgetSettings } from "./rules";

const PATH = "settings/widget";

export function WidgetPage(): JSX.Element {
  const settings = useLoad<WidgetSettings>(signal => ask("GET", PATH, { signal }), []);
  return (
    <Page
      title="Widget"
      about="The chat on the shop's pages: how it looks, what it says first, and where it may stand."
    >
      <Loading of={settings} lines={8}>
        {value => <WidgetForm settings={value} />}
      </Loading>
    </Page>
  );
}

function WidgetForm({ settings }: { readonly settings: WidgetSettings }): JSX.Element {
  const admin = may(useSession().session.agent.role, "administrator");
  const form = useForm<Look>(lookOf(settings), { check, named });
  const [dark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const put = usePut(PATH, settings);
  const save = async (look: Look): Promise<Look> => {
    const saved = await put(bodyOf(look));
    toast("Saved. Visitors who open the chat from now on see it.");
    return lookOf(saved);
  };
  return (
    <div class="beside widget-page">
      <PageForm form={form} onSubmit={() => void form.submit(save)} locked={!admin}>
        <section class="card stack" aria-labelledby="embed">
          <h2 id="embed">On the shop's pages</h2>
          <p class="soft">Put this line before the end of the body of each page:</p>
          <CopyBox
            label="The line for the shop's pages"
            text={snippet(location.origin, settings.tenant)}
            lines
          />
        </section>
        <LookFields form={form} disabled={!admin} />
        <RuleFields form={form} disabled={!admin} defaultHours={settings.default_retention_hours} />
      </PageForm>
      <aside class="stack tight">
        <div class="spread">
          <h2 class="small-head">Preview</h2>
          <Button
            size="small"
            kind="quiet"
            icon={dark ? Sun : Moon}
            label={dark ? "Show it in light" : "Show it in dark"}
            onClick={() => setDark(!dark)}
          />
        </div>
        <Preview look={form.value} dark={dark} />
      </aside>
    </div>
  );
}
