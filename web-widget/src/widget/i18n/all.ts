/** All languages, for pages that include them; the widget loads one. */

import { en, type Words } from "./en";
import type { Language } from "./index";
import ar from "./words/ar.json";
import de from "./words/de.json";
import es from "./words/es.json";
import fr from "./words/fr.json";
import it from "./words/it.json";
import ja from "./words/ja.json";
import ko from "./words/ko.json";
import nl from "./words/nl.json";
import pl from "./words/pl.json";
import pt from "./words/pt.json";
import ru from "./words/ru.json";
import tr from "./words/tr.json";
import zh from "./words/zh.json";

export const everyWord: Readonly<Record<Language, Words>> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  pl,
  ru,
  tr,
  ar,
  zh,
  ja,
  ko,
};
