package dev.parley.turn.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread.Line;
import dev.parley.conversation.answer.RunningAnswer;
import org.jspecify.annotations.Nullable;

/** Messages, oldest first. History omits system lines and recordings without transcript. */
public record Exchange(List<Line> history, List<Line> open) {
    /** A reply does not close earlier questions that it came after; later messages belong to the next answer. */
    public static Exchange of(List<Line> lines, RunningAnswer answer) {
        List<Line> history = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines) {
            boolean asked = line.author() == Author.VISITOR;
            if (asked && line.seq() >= answer.firstQuestionSeq()) {
                if (line.seq() <= answer.questionSeq()) {
                    open.add(line);
                }
            } else if (line.author() != Author.SYSTEM && !line.text().isBlank()) {
                history.add(line);
            }
        }
        return new Exchange(history, open);
    }

    public List<String> questions() {
        return open.stream().map(Line::text).filter(text -> !text.isBlank()).toList();
    }

    /** True if one is a recording without transcript. */
    public boolean unheard() {
        return open.stream().anyMatch(line -> line.text().isBlank());
    }

    /** Of the latest recording; null if typed or unknown. */
    @Nullable
    public String spokenIn() {
        return open.reversed().stream().map(Line::spokenIn).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public String question() {
        return String.join("\n", questions());
    }

    /** Answered messages, oldest first. */
    public List<String> earlierQuestions() {
        return history.stream().filter(line -> line.author() == Author.VISITOR).map(Line::text).toList();
    }

    /** Empty if a person wrote since. */
    public Optional<Line> lastAnswer() {
        return history.isEmpty() || history.getLast().author() != Author.BOT
                ? Optional.empty()
                : Optional.of(history.getLast());
    }
}
