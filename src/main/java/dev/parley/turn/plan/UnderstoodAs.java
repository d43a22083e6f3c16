package dev.parley.turn.plan;

import java.util.Locale;

import dev.parley.conversation.answer.Evidence;
import dev.parley.faq.FaqFound;
import dev.parley.understanding.Understood;
import org.jspecify.annotations.Nullable;

/** The recognized intent, for the shop. */
public final class UnderstoodAs {
    private UnderstoodAs() {}

    /**
     * How the message was read, and in which wording it was searched for. {@code by}: who wrote that wording; null: the
     * visitor.
     */
    public static Evidence.Understood of(TurnContext about, FaqFound found, @Nullable String by) {
        String mended = by == null && !found.corrections().isEmpty() ? "spelling" : by;
        return new Evidence.Understood(about.language().code(), wants(about.wants()),
                mended == null ? null : found.searchedFor(), mended, found.corrections().isEmpty()
                        ? null
                        : found.corrections().stream()
                                .map(each -> new Evidence.Mended(each.typed(), each.meant())).toList());
    }

    public static Evidence.Understood typed(TurnContext about) {
        return new Evidence.Understood(about.language().code(), wants(about.wants()), null, null);
    }

    private static String wants(Understood understood) {
        return switch (understood) {
            case Understood.SmallTalk talk -> talk.kind().name().toLowerCase(Locale.ROOT);
            case Understood.WantsPerson wish -> "person";
            case Understood.Reply reply -> reply.yes() ? "yes" : "no";
            case Understood.Question question -> "question";
        };
    }
}
