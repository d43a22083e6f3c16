package dev.parley.understanding;

import dev.parley.language.Language;

/** What a visitor wants. The language is corrected by the recognized words. */
public sealed interface Understood {
    Language language();

    /** Only courtesy: no search needed. */
    record SmallTalk(Language language, Kind kind) implements Understood {
        public enum Kind {
            GREETING, THANKS, GOODBYE, ACKNOWLEDGEMENT
        }
    }

    /** A person is needed: {@code asked} explicitly, or because of anger in two of the last three messages. */
    record WantsPerson(Language language, boolean asked, boolean upset) implements Understood {}

    record Reply(Language language, boolean yes) implements Understood {}

    /** Anything else, without greeting and thanks. {@code aboutBot}: asks if this is a person or a machine. */
    record Question(Language language, String text, boolean aboutBot, boolean upset) implements Understood {}
}
