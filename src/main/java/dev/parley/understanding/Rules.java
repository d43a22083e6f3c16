package dev.parley.understanding;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.language.Language;
import dev.parley.understanding.CutMessage.Clause;
import dev.parley.understanding.Understood.Question;
import dev.parley.understanding.Understood.WantsPerson;

/** Recognizes intents by words, in tens of microseconds. In doubt it is a question. */
public final class Rules {
    /** Two of this many messages must be angry to call a person for anger alone. */
    private static final int REMEMBERED = 3;
    private static final Set<Sense> OF_PERSONS = EnumSet.of(Sense.PERSON, Sense.SOMEONE, Sense.SERVICE, Sense.BOT,
            Sense.TALK, Sense.TRANSFER, Sense.NEED, Sense.WISH, Sense.HANDOVER, Sense.CALL_BACK,
            Sense.PRESENCE);

    private Rules() {}

    /** Loads the lexicon, which takes some hundred milliseconds. */
    public static void prepare() {
        Lexicon.get();
    }

    public static Understood understand(OpenMessages heard) {
        List<CutMessage> open = heard.texts().stream().map(CutMessage::of).toList();
        CutMessage all = new CutMessage(String.join("\n", heard.texts()),
                open.stream().flatMap(message -> message.clauses().stream()).toList());
        Language language = heard.language();
        Optional<? extends Understood> reply = SmallTalkRules.reply(all, heard.offer(), language);
        if (reply.isPresent()) {
            return reply.get();
        }
        if (PersonRequest.isIn(all) || PersonRequest.isCallIntoTheRoom(all, heard.earlier().isEmpty())) {
            return new WantsPerson(all.language(language, span -> span.phrase().saysAny(OF_PERSONS)), true,
                    isUpset(open, language));
        }
        boolean yesInDoubt = SmallTalkRules.isUnsure(all, heard.offer())
                && (all.says(Sense.YES) || all.says(Sense.CONSENT));
        Optional<? extends Understood> smallTalk = SmallTalkRules.isAll(all) && !yesInDoubt
                ? SmallTalkRules.smallTalk(all, language)
                : Optional.empty();
        return smallTalk.isPresent() ? smallTalk.get() : question(heard, open);
    }

    private static Understood question(OpenMessages heard, List<CutMessage> open) {
        boolean upset = isUpset(open, heard.language());
        if (upset && isSustained(heard, open)) {
            return new WantsPerson(heard.language(), false, true);
        }
        String text = open.stream().filter(message -> !SmallTalkRules.isAll(message)).map(Rules::withoutCourtesy)
                .collect(Collectors.joining("\n"));
        return new Question(heard.language(), text.isEmpty() ? String.join("\n", heard.texts()) : text,
                open.stream().anyMatch(message -> message.says(Sense.SELF)), upset);
    }

    private static boolean isSustained(OpenMessages heard, List<CutMessage> open) {
        List<CutMessage> all = Stream.concat(heard.earlier().stream().map(CutMessage::of), open.stream()).toList();
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size()).stream()
                .filter(each -> Anger.isUpset(each, heard.language())).count() > 1;
    }

    private static boolean isUpset(List<CutMessage> messages, Language heard) {
        return messages.stream().anyMatch(message -> Anger.isUpset(message, heard));
    }

    /** Removes greeting and thanks: "Hello, where is my parcel? Thanks!" */
    private static String withoutCourtesy(CutMessage message) {
        List<Clause> told = message.clauses().stream().filter(clause -> !SmallTalkRules.isAll(clause)).toList();
        if (told.isEmpty()) {
            return message.text();
        }
        boolean toTheEnd = told.getLast().equals(message.clauses().getLast());
        String text = message.text();
        // Keeps the question mark, which the sentence model uses.
        int end = toTheEnd ? text.length() : Math.min(text.length(), told.getLast().end() + 1);
        return text.substring(told.getFirst().start(), end).strip();
    }
}
