import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ApiError, ask } from "../../api/http";
import { useLoad } from "../../api/use";
import { Check, Select } from "../../kit/field";
import { useForm } from "../../kit/form";
import { Page } from "../../kit/page";
import { PageForm } from "../../kit/page-form";
import { Loading, Notice } from "../../kit/states";
import { toast } from "../../kit/toast";
import { may, useSession } from "../../session";
import {
  bodyOf,
  change,
  check,
  endonym,
  GROUPS,
  groupsOf,
  type Own,
  ownOf,
  rebased,
  type SentenceSettings,
} from "./rules";
import { SentenceRow } from "./sentence-row";

const PATH = "settings/sentences";

const load = (signal?: AbortSignal): Promise<SentenceSettings> => ask("GET", PATH, signal ? { signal } : {});

export function SentencesPage(): JSX.Element {
  const settings = useLoad<SentenceSettings>(load, []);
  return (
    <Page
      title="Sentences"
      about="What Parley itself says to visitors, in each language. Your own words replace them."
      narrow
    >
      <Loading of={settings} lines={8}>
        {value => <SentencesForm first={value} />}
      </Loading>
    </Page>
  );
}

function SentencesForm({ first }: { readonly first: SentenceSettings }): JSX.Element {
  const admin = may(useSession().session.agent.role, "administrator");
  const [known, setKnown] = useState(first);
  const { places, languages, defaults, keys, locale } = known;
  const [language, setLanguage] = useState(() => languages.find(one => locale.startsWith(one)) ?? "en");
  const [ownOnly, setOwnOnly] = useState(false);
  const [meanwhile, setMeanwhile] = useState<readonly string[] | null>(null);
  const form = useForm<Own>(ownOf(first), {
    check: own => check(own, places),
  });
  const mine = form.value.sentences[language] ?? {};

  const save = async (own: Own): Promise<Own | undefined> => {
    setMeanwhile(null);
    try {
      const now = await ask<SentenceSettings>("PUT", PATH, { body: bodyOf(own), over: known });
      setKnown(now);
      toast("Saved. Visitors read it from now on.");
      return ownOf(now);
    } catch (error) {
      if (!(error instanceof ApiError && error.code === "changed_meanwhile")) throw error;
      const theirs = await load();
      const { own: together, both } = rebased(form.saved, own, ownOf(theirs));
      setKnown(theirs);
      setMeanwhile(both);
      form.rebase(ownOf(theirs), together);
      return undefined;
    }
  };
  /** Switches to the language of an invalid sentence before focusing it. */
  const submit = () => {
    const wrong = Object.keys(check(form.value, places)).map(id => id.split(".")[0] ?? "");
    const there = wrong.find(one => one !== language);
    if (there && !wrong.includes(language)) setLanguage(there);
    setOwnOnly(false);
    void form.submit(save);
  };
  return (
    <PageForm form={form} onSubmit={submit} class="sentences" locked={!admin}>
      {meanwhile && (
        <Notice kind="warn">
          A colleague has saved other sentences meanwhile. They are here now, with your changes on top: look,
          and save again.
          {meanwhile.length > 0 && ` Both of you changed: ${meanwhile.map(named).join("; ")}.`}
        </Notice>
      )}
      <div class="halves">
        <Select
          label="Language"
          hint="A visitor is spoken to in their own language, else in the shop's, else in English."
          value={language}
          options={languages.map(one => [one, label(one, form.value, locale)] as const)}
          onChange={setLanguage}
        />
        <Check
          label="Only those in your own words"
          hint={`${Object.keys(mine).length} of ${keys.length} in this language.`}
          checked={ownOnly}
          onChange={setOwnOnly}
        />
      </div>
      {groupsOf(keys).map(([name, all]) => {
        const shown = ownOnly ? all.filter(one => one.key in mine) : all;
        return shown.length === 0 ? null : (
          <section key={name} class="card stack" aria-label={name}>
            <h2>{name}</h2>
            <ul class="stack">
              {shown.map(({ key, when }) => (
                <SentenceRow
                  key={`${language}.${key}`}
                  when={when}
                  language={language}
                  usual={defaults[language]?.[key] ?? ""}
                  own={mine[key] ?? null}
                  place={places[key] ?? null}
                  wrong={form.wrong(`${language}.${key}`)}
                  disabled={!admin}
                  onChange={text => form.set(change(form.value, language, key, text))}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {ownOnly && Object.keys(mine).length === 0 && (
        <p class="soft">In this language Parley says everything in its own words.</p>
      )}
    </PageForm>
  );
}

function label(language: string, { sentences }: Own, locale: string): string {
  const own = Object.keys(sentences[language] ?? {}).length;
  const shops = locale.startsWith(language) ? ", the shop's" : "";
  return `${endonym(language)} (${language}${shops})${own > 0 ? ` · ${own} of your own` : ""}`;
}

function named(id: string): string {
  const [language = "", key = ""] = id.split(".");
  const when = GROUPS.flatMap(([, all]) => all).find(one => one.key === key)?.when ?? key;
  return `“${when}” (${endonym(language)})`;
}
