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

    /**
     * A person is needed.
     *
     * @param asked explicitly; otherwise because of anger in two of the last three messages
     * @param upset the visitor is angry
     */
    record WantsPerson(Language language, boolean asked, boolean upset) implements Understood {}

    /** A reply to the bot's offer. */
    record Reply(Language language, boolean yes) implements Understood {}

    /**
     * Anything else.
     *
     * @param text to search for: the open messages without greeting and thanks
     * @param aboutBot asks if a person or a machine is writing
     * @param upset angry, for the first time
     */
    record Question(Language language, String text, boolean aboutBot, boolean upset) implements Understood {}
}
