package dev.parley.understanding;

import java.util.EnumSet;
import java.util.Set;

/** What a word or phrase can say. The lexicon's files use these names as keys. */
enum Sense {
    GREETING, THANKS, GOODBYE, ACKNOWLEDGEMENT,
    /** "ok": a yes where something was offered, else an acknowledgement. */
    CONSENT, YES, NO,
    /** Says nothing by itself: "please", "team", "very much". */
    FILLER,
    /** First names that are no other word. */
    NAME,
    /** Who works for a shop: "agent", "human". */
    PERSON,
    /** A person only where one is spoken to: "someone". */
    SOMEONE, SERVICE, BOT,
    /** A bot only where one is spoken to: "machine". */
    MACHINE,
    /** "speak to": with whom follows or goes before. */
    TALK,
    /** "reach": a wish to speak only where a person stands beside it, for a shop is reached by mail, too. */
    CONTACT,
    /** "connect me": a wish to speak, with whom is open. */
    TRANSFER,
    /** "I need": what is needed stands beside it. */
    NEED,
    /** "can I": a wish, to do what is open. */
    WISH, NOT,
    /** Between a wish and a person: articles, prepositions, "real". */
    LINK,
    /** "call me back": a wish where it is asked for. */
    CALL_BACK,
    /** "is anybody there": opens a conversation, or asks for a person. */
    PRESENCE,
    /** A wish for a person by itself. */
    HANDOVER,
    /** Speaks of persons without wishing for one: "when can I", "told me". */
    ABOUT,
    /** "are you a human": asks what the bot is. */
    SELF, ANGER,
    /** Opens a follow-up: "and", "what about". */
    ALSO,
    /** Opens one that asks the same of another place, time or way: "and to", "same for". */
    SAME,
    /** Points back at what was said: "it", "those". */
    BACK,
    /** No sense here; stands in a file so that its spelling is not taken for a mistake in another word's. */
    PLAIN;

    /** What may stand in a message that is nothing but small talk. */
    static final Set<Sense> COURTEOUS = EnumSet.of(GREETING, THANKS, GOODBYE, ACKNOWLEDGEMENT, CONSENT, YES, NO,
            FILLER);
    /** What may stand in a message that is nothing but a call for a person. */
    static final Set<Sense> CALLING = EnumSet.of(GREETING, THANKS, ACKNOWLEDGEMENT, CONSENT, YES, FILLER, PERSON,
            SOMEONE, SERVICE, TALK, TRANSFER, NEED, WISH, LINK, HANDOVER, ANGER);
    /** What may stand in a refusal that repeats what was offered: "no, I do not want to talk to a person". "No, how can I contact you?" asks something. */
    static final Set<Sense> REFUSING = EnumSet.complementOf(
            EnumSet.of(ABOUT, SELF, ALSO, SAME, PLAIN, NAME, ANGER, CONTACT, PRESENCE, MACHINE));
}
