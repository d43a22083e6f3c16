package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parley.action.ActionCall;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.faq.FaqFound;
import dev.parley.lane.ModelQuestion;
import dev.parley.prompt.Passage;
import dev.parley.spend.SavingLevel;
import org.jspecify.annotations.Nullable;

public sealed interface Plan {
    /** Prepared words. */
    record Say(String text, Finish finish, List<Source> sources, Evidence evidence) implements Plan {}

    /**
     * A model's answer.
     *
     * @param spoken the visitor's words
     * @param in the same question at another level of saving
     * @param otherwise if the model fails
     * @param unknown if the entries do not answer
     * @param refusal if the model's policy refuses
     */
    record Ask(String spoken, ModelQuestion question, SavingLevel savingLevel, Function<SavingLevel, Ask> in,
            List<Passage> passages,
            List<Source> sources, Say otherwise, Plan unknown, Say refusal, Evidence evidence,
            Toolbox toolbox) implements Plan {
        /** Without entries. */
        public boolean groundless() {
            return passages.isEmpty();
        }

        /** Empty if there is none. */
        public Optional<Ask> cheaper() {
            return savingLevel.next().map(in);
        }

        public Ask asking(ModelQuestion longer, Function<SavingLevel, Ask> cheaperToo) {
            return new Ask(spoken, longer, savingLevel, cheaperToo, passages, sources, otherwise, unknown, refusal,
                    evidence, toolbox);
        }
    }

    /** Actions that were agreed to or begun. {@code ask} continues with the model; may be null. */
    record Perform(@Nullable Ask ask, List<ActionCall> calls) implements Plan {}

    /** Interprets a yes or no. */
    record Confirm(boolean yes) implements Plan {}

    record HandOff(HandoffCause cause, Evidence evidence) implements Plan {}

    /** {@code known}: earlier results; may be null; {@code agreed}: actions to run; may be empty. */
    record Search(Wording wording, List<String> texts, @Nullable FaqFound known,
            List<ActionCall> agreed) implements Plan {}

    enum Wording {
        /** The visitor's own, split into several questions. */
        OWN,
        /** The visitor's own behind the previous question, and the previous question alone. */
        IN_CONTEXT,
        /** The previous question with the named product. */
        OF_ANOTHER_PRODUCT,
        /** The visitor's own behind the page's product. */
        ON_PAGE,
        BY_MODEL
    }

    /** A rewrite by a model. {@code found} is used if it fails. */
    record Rewrite(ModelQuestion question, String spoken, FaqFound found,
            List<ActionCall> agreed) implements Plan {}
}
