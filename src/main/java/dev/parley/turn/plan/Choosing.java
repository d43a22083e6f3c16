package dev.parley.turn.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.faq.FaqFound;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import dev.parley.lane.ShopLanes;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.spend.Spend;
import dev.parley.turn.plan.Plan.Say;
import org.jspecify.annotations.Nullable;

/** Decides how to use search results: a model, the FAQ's own words, or "not found". */
@ApplicationScoped
class Choosing {
    private static final int ENTRIES = 5;
    /** Weak entries in a prompt; more cost more than they help. */
    private static final int WEAK_ONES = 3;

    private final Prompts prompts;
    private final Sentences sentences;
    private final HandoffPlanner handoffs;
    private final ShopLanes lanes;
    private final Spend spend;

    Choosing(Prompts prompts, Sentences sentences, HandoffPlanner handoffs, ShopLanes lanes, Spend spend) {
        this.prompts = prompts;
        this.sentences = sentences;
        this.handoffs = handoffs;
        this.lanes = lanes;
        this.spend = spend;
    }

    /** {@code by}: origin of the searched wording; null: the visitor. */
    Plan choose(TurnContext about, FaqFound found, @Nullable String by) {
        return choose(about, found.matches().stream().limit(ENTRIES).toList(),
                of(found, Verdict.ANSWER).stream().limit(1).toList(),
                UnderstoodAs.of(about, found, by));
    }

    /** For several questions in one message. */
    Plan chooseEach(TurnContext about, List<FaqFound> parts) {
        Map<UUID, FaqMatch> all = new LinkedHashMap<>();
        Map<UUID, FaqMatch> best = new LinkedHashMap<>();
        for (FaqFound part : parts) {
            of(part, Verdict.ANSWER).stream().findFirst().ifPresent(match -> best.put(match.entry().id(), match));
            part.matches().stream().limit(ENTRIES).forEach(match -> all.merge(match.entry().id(), match,
                    (one, other) -> one.verdict().compareTo(other.verdict()) <= 0 ? one : other));
        }
        return choose(about, List.copyOf(all.values()), List.copyOf(best.values()), UnderstoodAs.typed(about));
    }

    /** {@code verbatim}: entries that answer by themselves. */
    private Plan choose(TurnContext about, List<FaqMatch> found, List<FaqMatch> verbatim,
            Evidence.Understood understood) {
        Evidence evidence = Evidence.of(found.stream().map(Choosing::toEntry).toList()).understoodAs(understood);
        Plan unknown = handoffs.unanswered(about, evidence).orElseGet(() -> noAnswer(about, evidence));
        List<FaqMatch> readable = readable(found);
        // Without anything to read, only an action could help.
        boolean hopeless = readable.isEmpty() && about.toolbox().isEmpty();
        if (hopeless || !lanes.of(about.shop()).usable()) {
            return verbatim.isEmpty() ? unknown : inItsWords(verbatim, found, evidence);
        }
        Say otherwise = verbatim.isEmpty() ? noAnswer(about, evidence) : inItsWords(verbatim, found, evidence);
        return prompts.ask(about, readable, otherwise, unknown, spend.savingLevel(about.shop()));
    }

    private Say noAnswer(TurnContext about, Evidence evidence) {
        return new Say(sentences.of(about.shop()).say(Sentence.NO_ANSWER, about.language()), Finish.NO_ANSWER,
                List.of(), evidence);
    }

    private static Say inItsWords(List<FaqMatch> verbatim, List<FaqMatch> found, Evidence evidence) {
        List<FaqMatch> sources = new ArrayList<>(verbatim);
        found.stream().filter(match -> match.verdict() == Verdict.ANSWER && !verbatim.contains(match))
                .forEach(sources::add);
        return new Say(String.join("\n\n", verbatim.stream().map(match -> match.entry().answer()).toList()), Finish.FAQ,
                sources.stream().map(Choosing::toSource).toList(), evidence);
    }

    /** Answering entries, and the nearest weak ones. */
    private static List<FaqMatch> readable(List<FaqMatch> found) {
        List<FaqMatch> answering = found.stream().filter(match -> match.verdict() == Verdict.ANSWER).toList();
        return answering.isEmpty()
                ? found.stream().filter(match -> match.verdict() == Verdict.WEAK).limit(WEAK_ONES).toList()
                : answering;
    }

    private static List<FaqMatch> of(FaqFound found, Verdict verdict) {
        return found.matches().stream().filter(match -> match.verdict() == verdict).toList();
    }

    private static Source toSource(FaqMatch match) {
        return new Source(match.entry().id(), match.entry().question(), match.entry().url(), match.score());
    }

    private static Evidence.Entry toEntry(FaqMatch match) {
        return new Evidence.Entry(match.entry().id(), match.entry().question(), match.score(), match.verdict().wire());
    }
}
