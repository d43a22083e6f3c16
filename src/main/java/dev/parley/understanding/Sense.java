package dev.parley.understanding;

import java.util.EnumSet;
import java.util.Set;

/** Senses of words and phrases; the names are keys in the lexicon's files. */
enum Sense {
    GREETING,
    THANKS,
    GOODBYE,
    ACKNOWLEDGEMENT,
    /** "ok": a yes to an offer, else an acknowledgement. */
    CONSENT,
    YES,
    NO,
    /** Says nothing by itself: "please", "team", "very much". */
    FILLER,
    /** First names that are no other word. */
    NAME,
    /** Staff of a shop: "agent", "human". */
    PERSON,
    /** A person only with a verb of speaking: "someone". */
    SOMEONE,
    SERVICE,
    BOT,
    /** A bot only with a verb of speaking: "machine". */
    MACHINE,
    /** "speak to", with a person before or after it. */
    TALK,
    /** "reach": counts only next to a person, since a shop is also reached by mail. */
    CONTACT,
    /** "connect me", to anybody. */
    TRANSFER,
    /** "I need", followed by what. */
    NEED,
    /** "can I", followed by what. */
    WISH,
    NOT,
    /** Between a wish and a person: articles, prepositions, "real". */
    LINK,
    /** "call me back", if requested. */
    CALL_BACK,
    /** "is anybody there": a greeting or a request for a person. */
    PRESENCE,
    /** A complete request for a person. */
    HANDOVER,
    /** Mentions persons without a request: "when can I", "told me". */
    ABOUT,
    /** "are you a human". */
    SELF,
    ANGER,
    /** Starts a follow-up: "and", "what about". */
    ALSO,
    /** Starts the same question for another place, time or way: "and to", "same for". */
    SAME,
    /** Points back: "it", "those". */
    BACK,
    /** No sense; listed so that its spelling is not corrected to another word. */
    PLAIN;

    /** Allowed in pure small talk. */
    static final Set<Sense> COURTEOUS = EnumSet.of(GREETING, THANKS, GOODBYE, ACKNOWLEDGEMENT, CONSENT, YES, NO,
            FILLER);
    /** Allowed in a bare call for a person. */
    static final Set<Sense> CALLING = EnumSet.of(GREETING, THANKS, ACKNOWLEDGEMENT, CONSENT, YES, FILLER, PERSON,
            SOMEONE, SERVICE, TALK, TRANSFER, NEED, WISH, LINK, HANDOVER, ANGER);
    /** Allowed in a refusal that repeats the offer: "no, I do not want to talk to a person". */
    static final Set<Sense> REFUSING = EnumSet.complementOf(
            EnumSet.of(ABOUT, SELF, ALSO, SAME, PLAIN, NAME, ANGER, CONTACT, PRESENCE, MACHINE));
}
