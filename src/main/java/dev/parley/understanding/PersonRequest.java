package dev.parley.understanding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.understanding.CutMessage.Clause;

/** A clear request in one clause: a verb of speaking close to a person, a need next to one, or a bare call. */
final class PersonRequest {
    /** Maximum words between "talk" and "human": "talk about my last order with a human". */
    private static final int NEAR = 6;
    /** Reach of a negation: "don't want to talk". */
    private static final int NEGATED = 3;
    private static final Set<Sense> SPEAKING = EnumSet.of(Sense.TALK, Sense.TRANSFER);
    private static final Set<Sense> PARTNER = EnumSet.of(Sense.PERSON, Sense.SOMEONE, Sense.SERVICE, Sense.PRESENCE);
    private static final Set<Sense> WISHING = EnumSet.of(Sense.WISH, Sense.NEED, Sense.TRANSFER, Sense.PRESENCE);
    private static final Set<Sense> PERSONS = EnumSet.of(Sense.PERSON);
    /** May precede "call me". */
    private static final Set<Sense> OPENING = EnumSet.of(Sense.FILLER, Sense.GREETING, Sense.LINK, Sense.NO,
            Sense.CONSENT, Sense.ACKNOWLEDGEMENT);
    private static final Set<Sense> INTO_THE_ROOM = EnumSet.of(Sense.PRESENCE, Sense.GREETING, Sense.FILLER,
            Sense.LINK);
    private static final Set<Sense> BETWEEN = EnumSet.of(Sense.LINK, Sense.FILLER);
    private static final Set<Sense> CALL = EnumSet.of(Sense.PERSON, Sense.HANDOVER, Sense.TRANSFER);

    private PersonRequest() {}

    static boolean isIn(CutMessage message) {
        return message.clauses().stream().anyMatch(PersonRequest::isIn) || isBareCall(message) || endsWithCall(message);
    }

    /** "agent please", "transfer me" */
    private static boolean isBareCall(CutMessage message) {
        return message.clauses().stream()
                .allMatch(clause -> clause.consistsOf(Sense.CALLING) || clause.consistsOf(Sense.COURTEOUS))
                && message.clauses().stream().anyMatch(PersonRequest::isCall);
    }

    /** "This is of no use. Human!" */
    private static boolean endsWithCall(CutMessage message) {
        return message.clauses().stream().filter(clause -> !clause.consistsOf(Sense.COURTEOUS))
                .reduce((earlier, later) -> later)
                .filter(last -> !last.asked() && isCall(last) && last.spans().getFirst().says(Sense.PERSON))
                .isPresent();
    }

    private static boolean isCall(Clause clause) {
        return clause.consistsOf(Sense.CALLING) && !clause.says(Sense.NOT)
                && (clause.spans().stream().anyMatch(span -> span.phrase().saysAny(CALL)) || isServiceAskedFor(clause));
    }

    /** "give me customer service". Not "I need support", which may be for the back or the feet. */
    private static boolean isServiceAskedFor(Clause clause) {
        return clause.spans().stream().filter(span -> span.says(Sense.SERVICE))
                .anyMatch(service -> service.to() - service.from() > 1)
                && clause.spans().stream()
                        .anyMatch(span -> span.says(Sense.NEED) || span.says(Sense.TRANSFER));
    }

    private static boolean isIn(Clause clause) {
        if (clause.says(Sense.ABOUT) || clause.says(Sense.SELF)) {
            return false;
        }
        return spans(clause, Sense.HANDOVER).anyMatch(span -> !isNegated(clause, span.from()))
                || isTiredOfBot(clause) || isWishToSpeak(clause) || isNeed(clause) || isCallBack(clause)
                || isSomeoneNeeded(clause);
    }

    /** "I don't want to talk to a bot" */
    private static boolean isTiredOfBot(Clause clause) {
        return spans(clause, Sense.BOT).anyMatch(bot -> isNegated(clause, bot.from()) || isNotSpokenTo(clause, bot))
                || spans(clause, Sense.MACHINE).anyMatch(machine -> isNotSpokenTo(clause, machine));
    }

    private static boolean isNotSpokenTo(Clause clause, Span partner) {
        return spans(clause, Sense.TALK)
                .anyMatch(talk -> near(talk, partner) && isNegated(clause, Math.min(talk.from(), partner.from())));
    }

    /** "could you ring me back". Without a request, the caller may be a courier. */
    private static boolean isCallBack(Clause clause) {
        boolean bare = clause.spans().stream().filter(span -> !span.phrase().saysAny(OPENING)).findFirst()
                .filter(span -> span.says(Sense.CALL_BACK)).isPresent();
        return spans(clause, Sense.CALL_BACK).anyMatch(call -> !isNegated(clause, call.from())
                && (bare || clause.spans().stream()
                        .anyMatch(span -> span.phrase().agrees(call.phrase(), WISHING, Sense.CALL_BACK))));
    }

    /** "I want someone", without a purpose. */
    private static boolean isSomeoneNeeded(Clause clause) {
        return !clause.asked() && clause.says(Sense.NEED) && clause.says(Sense.SOMEONE)
                && !clause.says(Sense.NOT) && clause.consistsOf(Sense.CALLING);
    }

    /** "is anybody there". At the start of a conversation it is only a greeting. */
    static boolean isCallIntoTheRoom(CutMessage message, boolean opening) {
        return message.says(Sense.PRESENCE) && message.spans().allMatch(span -> span.phrase().saysAny(INTO_THE_ROOM))
                && (!opening || message.spans()
                        .noneMatch(span -> span.says(Sense.GREETING) && !span.says(Sense.PRESENCE)));
    }

    private static boolean isWishToSpeak(Clause clause) {
        return isWished(clause) && (spans(clause, SPEAKING).anyMatch(talk -> isWithAny(clause, talk, PARTNER))
                || spans(clause, Sense.CONTACT).anyMatch(reach -> isBesidePerson(clause, reach)));
    }

    private static boolean isWished(Clause clause) {
        return spans(clause, WISHING).findAny().isPresent()
                || clause.spans().stream().filter(span -> !span.says(Sense.FILLER)).findFirst()
                        .filter(span -> span.phrase().saysAny(SPEAKING) || span.says(Sense.CONTACT)).isPresent()
                || clause.consistsOf(Sense.CALLING);
    }

    private static boolean isWithAny(Clause clause, Span talk, Set<Sense> partners) {
        return spans(clause, partners).anyMatch(partner -> near(talk, partner)
                && !isNegated(clause, Math.min(talk.from(), partner.from())));
    }

    /** Only articles and the like in between. */
    private static boolean isBesidePerson(Clause clause, Span reach) {
        List<Span> spans = clause.spans();
        return spans(clause, PERSONS).anyMatch(person -> {
            int from = Math.min(spans.indexOf(person), spans.indexOf(reach));
            int to = Math.max(spans.indexOf(person), spans.indexOf(reach));
            return from != to && person.phrase().agrees(reach.phrase(), PERSONS, Sense.CONTACT)
                    && !isNegated(clause, spans.get(from).from()) && endsThere(spans, to + 1)
                    && spans.subList(from + 1, to).stream().allMatch(span -> span.phrase().saysAny(BETWEEN));
        });
    }

    /** Adjacent, which excludes "I need an insurance agent" and "I want human hair". */
    private static boolean isNeed(Clause clause) {
        List<Span> spans = clause.spans();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).says(Sense.PERSON) && endsThere(spans, i + 1) && !isAskedWhetherNeeded(clause, i)
                    && (isNeeded(clause, i, -1) || isNeeded(clause, i, 1))) {
                return true;
            }
        }
        return false;
    }

    /** "Do I need a person at home?" is not a request. */
    private static boolean isAskedWhetherNeeded(Clause clause, int person) {
        return clause.asked() && !clause.says(Sense.WISH)
                && clause.spans().subList(person, clause.spans().size()).stream().anyMatch(Span::isUnknown);
    }

    private static boolean isNeeded(Clause clause, int person, int step) {
        List<Span> spans = clause.spans();
        int i = person + step;
        while (i >= 0 && i < spans.size() && !spans.get(i).says(Sense.NEED)
                && spans.get(i).phrase().saysAny(BETWEEN)) {
            i += step;
        }
        return i >= 0 && i < spans.size() && spans.get(i).says(Sense.NEED)
                && !isNegated(clause, Math.min(spans.get(i).from(), spans.get(person).from()));
    }

    /** Nothing follows that makes it another word. */
    private static boolean endsThere(List<Span> spans, int next) {
        return next >= spans.size() || !spans.get(next).isSomethingElse();
    }

    private static Stream<Span> spans(Clause clause, Set<Sense> senses) {
        return clause.spans().stream().filter(span -> span.phrase().saysAny(senses));
    }

    private static Stream<Span> spans(Clause clause, Sense sense) {
        return clause.spans().stream().filter(span -> span.says(sense));
    }

    private static boolean near(Span a, Span b) {
        return Math.max(a.from(), b.from()) - Math.min(a.to(), b.to()) <= NEAR;
    }

    private static boolean isNegated(Clause clause, int at) {
        return clause.spans().stream()
                .anyMatch(span -> span.says(Sense.NOT) && span.to() <= at && at - span.to() <= NEGATED);
    }
}
