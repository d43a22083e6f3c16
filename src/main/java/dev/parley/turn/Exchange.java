package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationThread.Line;
import dev.parley.conversation.answer.RunningAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a conversation as an answer needs it.
 *
 * @param history what was said before, oldest first, without the system's lines and recordings of which there is no text
 * @param open what the visitor wrote and this answer is to answer, oldest first
 */
public record Exchange(List<Line> history, List<Line> open) {
    /**
     * Splits the lines, oldest first. A reply does not close what is before it: a question that came while the reply was written
     * stands there too. One that came after this answer's last question is the next answer's.
     */
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

    /** Whether one of them is a recording without a word of text: there is nothing in it that could be answered. */
    public boolean unheard() {
        return open.stream().anyMatch(line -> line.text().isBlank());
    }

    /** In which language the visitor spoke last, as a tag; null where everything was typed, or nobody could say. */
    @Nullable
    public String spokenIn() {
        return open.reversed().stream().map(Line::spokenIn).filter(Objects::nonNull).findFirst().orElse(null);
    }

    public String question() {
        return String.join("\n", questions());
    }

    /** The visitor's answered messages, oldest first. */
    public List<String> earlierQuestions() {
        return history.stream().filter(line -> line.author() == Author.VISITOR).map(Line::text).toList();
    }

    /** The bot's last answer; empty where a person wrote since, or nobody. */
    public Optional<Line> lastAnswer() {
        return history.isEmpty() || history.getLast().author() != Author.BOT
                ? Optional.empty()
                : Optional.of(history.getLast());
    }
}
