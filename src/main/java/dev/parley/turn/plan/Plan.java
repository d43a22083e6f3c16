package dev.parley.turn.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.faq.FaqFound;
import dev.parley.lane.ModelQuestion;
import dev.parley.prompt.Passage;
import dev.parley.spend.SavingLevel;
import dev.parley.tool.ActionCall;
import dev.parley.turn.Toolbox;
import org.jspecify.annotations.Nullable;

/** How an answer goes on, as far as that is known. */
public sealed interface Plan {
    /** With words that are there already. */
    record Say(String text, Finish finish, List<Source> sources, Evidence evidence) implements Plan {}

    /**
     * By the model.
     *
     * @param spoken what the visitor asked, in the visitor's words alone
     * @param thrift how sparing it is already
     * @param in the same question put more or less sparingly
     * @param passages the entries that the model reads
     * @param otherwise what is said when the model does not answer
     * @param unknown what is said when it says that the entries do not
     * @param refusal what is said when the model's policy refuses the question
     * @param toolbox the actions that the model may ask for
     */
    record Ask(String spoken, ModelQuestion question, SavingLevel thrift, Function<SavingLevel, Ask> in,
            List<Passage> passages,
            List<Source> sources, Say otherwise, Plan unknown, Say refusal, Evidence evidence,
            Toolbox toolbox) implements Plan {
        /** There is no entry to answer from. */
        public boolean groundless() {
            return passages.isEmpty();
        }

        /** The next cheaper way to ask; empty when there is none. */
        public Optional<Ask> cheaper() {
            return thrift.next().map(in);
        }

        public Ask asking(ModelQuestion longer, Function<SavingLevel, Ask> cheaperToo) {
            return new Ask(spoken, longer, thrift, cheaperToo, passages, sources, otherwise, unknown, refusal,
                    evidence, toolbox);
        }
    }

    /**
     * By what actions bring that the visitor has agreed to, or that an earlier attempt has begun. {@code ask}: of the
     * model that goes on then; null where none can be asked.
     */
    record Perform(@Nullable Ask ask, List<ActionCall> calls) implements Plan {}

    /** With what waits for a yes, if anything does. */
    record Confirm(boolean yes) implements Plan {}

    /** By a person. */
    record HandOver(HandoffCause cause, Evidence evidence) implements Plan {}

    /**
     * With what the FAQ has for these texts.
     *
     * @param known what was found before; null for nothing
     * @param agreed the actions that the visitor has agreed to; empty for none
     */
    record Search(Wording wording, List<String> texts, @Nullable FaqFound known,
            List<ActionCall> agreed) implements Plan {}

    /** In what wording a question is searched for. */
    enum Wording {
        /** The visitor's own, and its parts where it asks several things. */
        OWN,
        /** The visitor's own behind the question before it, and that question alone. */
        IN_CONTEXT,
        /** The question before it, of the product that the visitor's words name. */
        OF_ANOTHER_PRODUCT,
        /** The visitor's own behind the name of the product that he looks at. */
        ON_PAGE,
        /** A model's. */
        BY_MODEL
    }

    /**
     * With the question put by a model so that it can be understood alone. {@code found}: what is answered from where
     * the model does not help.
     */
    record Rewrite(ModelQuestion question, String spoken, FaqFound found,
            List<ActionCall> agreed) implements Plan {}
}
