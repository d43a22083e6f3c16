package dev.parley.understanding;

import dev.parley.language.Language;

/** What a visitor wants with the open messages. The language is the visitor's, as far as the words themselves tell better than the detector. */
public sealed interface Understood {
    Language language();

    /** Nothing but courtesy, so that no entry has to be found for it. */
    record SmallTalk(Language language, Kind kind) implements Understood {
        public enum Kind {
            GREETING, THANKS, GOODBYE, ACKNOWLEDGEMENT
        }
    }

    /**
     * A person is needed.
     *
     * @param asked the visitor said so; otherwise anger alone speaks for it, in this and in an earlier one of the last three messages
     * @param upset the visitor is angry
     */
    record WantsPerson(Language language, boolean asked, boolean upset) implements Understood {}

    /** To the bot's own offer. */
    record Reply(Language language, boolean yes) implements Understood {}

    /**
     * Everything else.
     *
     * @param text the open messages without greetings before and thanks after them: what to search for
     * @param aboutBot asks whether a person or a machine is writing
     * @param upset the visitor is angry, once so far
     */
    record Question(Language language, String text, boolean aboutBot, boolean upset) implements Understood {}
}
