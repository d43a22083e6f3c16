package dev.parley.understanding;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parley.language.Language;
import dev.parley.understanding.CutMessage.Clause;
import dev.parley.understanding.Understood.Reply;
import dev.parley.understanding.Understood.SmallTalk;
import dev.parley.understanding.Understood.SmallTalk.Kind;

/** Messages that are only small talk, or only yes or no. "thanks, but that does not help" is a question. */
final class SmallTalkRules {
    private static final Set<Sense> BEFORE_NAME = EnumSet.of(Sense.GREETING, Sense.THANKS, Sense.GOODBYE, Sense.NAME);

    private static final Set<Sense> TELLING = EnumSet.of(Sense.GREETING, Sense.THANKS, Sense.GOODBYE,
            Sense.ACKNOWLEDGEMENT, Sense.CONSENT, Sense.YES, Sense.NO);

    private SmallTalkRules() {}

    static boolean isAll(CutMessage message) {
        return !message.clauses().isEmpty() && message.clauses().stream().allMatch(SmallTalkRules::isAll)
                && message.spans().anyMatch(span -> span.phrase().saysAny(TELLING));
    }

    /** Includes fillers: "please" before a question is not part of it. */
    static boolean isAll(Clause clause) {
        boolean nameMayCome = false;
        for (Span span : clause.spans()) {
            boolean courteous = span.phrase().saysAny(Sense.COURTEOUS);
            boolean named = !clause.asked() && (nameMayCome ? isName(clause, span) : span.says(Sense.NAME));
            if (!courteous && !named) {
                return false;
            }
            nameMayCome = span.phrase().saysAny(BEFORE_NAME) || (nameMayCome && (named || isFiller(span)));
        }
        return true;
    }

    private static boolean isName(Clause clause, Span span) {
        List<MessageToken> tokens = clause.tokens().subList(span.from(), span.to());
        return span.says(Sense.NAME) || (span.isUnknown() && tokens.stream().allMatch(MessageToken::name));
    }

    private static boolean isFiller(Span span) {
        return span.says(Sense.FILLER) && !span.phrase().saysAny(TELLING);
    }

    /** Empty unless the whole message is small talk. */
    static Optional<SmallTalk> smallTalk(CutMessage message, Language heard) {
        Language language = message.language(heard, span -> span.phrase().saysAny(Sense.COURTEOUS));
        Set<Sense> senses = senses(message, language);
        Kind kind = senses.contains(Sense.GOODBYE)
                ? Kind.GOODBYE
                : senses.contains(Sense.THANKS)
                        ? Kind.THANKS
                        : senses.contains(Sense.GREETING) ? Kind.GREETING : Kind.ACKNOWLEDGEMENT;
        boolean bareNo = senses.contains(Sense.NO) && kind == Kind.ACKNOWLEDGEMENT
                && !senses.contains(Sense.ACKNOWLEDGEMENT) && !senses.contains(Sense.CONSENT);
        return bareNo ? Optional.empty() : Optional.of(new SmallTalk(language, kind));
    }

    /** Empty unless the whole message is a reply, or refuses in the offer's own words. */
    static Optional<Reply> reply(CutMessage message, Offer offer, Language heard) {
        boolean all = isAll(message);
        if (offer == Offer.NONE || message.clauses().isEmpty() || (!all && !message.consistsOf(Sense.REFUSING))) {
            return Optional.empty();
        }
        Language language = message.language(heard, span -> span.phrase().saysAny(Sense.REFUSING));
        return reply(message, offer, all, language).or(() -> says(message, language, TELLING)
                ? Optional.empty()
                : inAnotherLanguage(message, offer, all))
                .filter(reply -> !(reply.yes() && isUnsure(message, offer)));
    }

    /** "ja" is a yes even if Finnish was detected, where it has no meaning. All possible meanings must agree. */
    private static Optional<Reply> inAnotherLanguage(CutMessage message, Offer offer, boolean all) {
        List<Reply> replies = message.spoken(span -> span.phrase().saysAny(Sense.REFUSING)).stream()
                .flatMap(language -> reply(message, offer, all, language).stream()).toList();
        return replies.stream().map(Reply::yes).distinct().count() == 1
                ? Optional.of(replies.getFirst())
                : Optional.empty();
    }

    private static boolean says(CutMessage message, Language language, Set<Sense> wanted) {
        return senses(message, language).stream().anyMatch(wanted::contains);
    }

    /** "yes?" does not consent to an action. */
    static boolean isUnsure(CutMessage message, Offer offer) {
        return offer == Offer.ACTION && message.clauses().stream().anyMatch(Clause::asked);
    }

    private static Optional<Reply> reply(CutMessage message, Offer offer, boolean all, Language language) {
        Set<Sense> senses = senses(message, language);
        boolean no = senses.contains(Sense.NO);
        boolean yes = senses.contains(Sense.YES) || (offer == Offer.PERSON && senses.contains(Sense.TRANSFER));
        if (yes != no && (all || no || senses.contains(Sense.TRANSFER))) {
            return Optional.of(new Reply(language, yes));
        }
        boolean consent = all && !yes && senses.contains(Sense.CONSENT) && !senses.contains(Sense.GOODBYE);
        return consent ? Optional.of(new Reply(language, true)) : Optional.empty();
    }

    private static Set<Sense> senses(CutMessage message, Language language) {
        EnumSet<Sense> senses = EnumSet.noneOf(Sense.class);
        message.spans().forEach(span -> senses.addAll(span.phrase().senses(language.code())));
        return senses;
    }
}
