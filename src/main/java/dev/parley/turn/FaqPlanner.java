package dev.parley.turn;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Evidence;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Source;
import dev.parley.faq.FaqMatch;
import dev.parley.faq.Verdict;
import dev.parley.lane.ShopLanes;
import dev.parley.model.ChatMessage;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.spend.Spend;
import dev.parley.tool.Confirmations;
import dev.parley.tool.Tool;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Perform;
import dev.parley.turn.Plan.Say;
import org.jspecify.annotations.Nullable;

/** Decides from the shop's FAQ, its models and its budget how a question is answered. */
@ApplicationScoped
class FaqPlanner implements Planner {
    private final ShopLanes lanes;
    private final Prompts prompts;
    private final Spend spend;

    FaqPlanner(ShopLanes lanes, Prompts prompts, Spend spend) {
        this.lanes = lanes;
        this.prompts = prompts;
        this.spend = spend;
    }

    @Override
    public Plan open(Case about) {
        String question = about.exchange().question();
        Optional<Courtesy> courtesy = Courtesy.in(question);
        if (courtesy.isPresent()) {
            return new Say(courtesy.get().reply(about.language()), Finish.COURTESY, List.of(), Evidence.NONE);
        }
        Optional<Consent> consent = about.toolbox().isEmpty() ? Optional.empty() : Consent.in(question);
        return consent.isPresent() ? new Plan.Confirm(consent.get() == Consent.YES) : searchFor(about, null);
    }

    private static Plan searchFor(Case about, Confirmations.@Nullable Waiting agreed) {
        return new Plan.Search(List.of(about.exchange().question()), agreed);
    }

    @Override
    public Plan confirmed(Case about, boolean yes, Confirmations.@Nullable Waiting waiting) {
        return waiting != null && !yes
                ? new Say(Phrases.leftAlone(about.language()), Finish.COURTESY, List.of(), Evidence.NONE)
                : searchFor(about, waiting);
    }

    @Override
    public Plan found(Case about, Plan.Search search, List<List<FaqMatch>> matches) {
        List<FaqMatch> last = matches.getLast();
        Optional<String> inContext = about.exchange().questionInContext();
        if (search.texts().size() == 1 && !search.texts().equals(inContext.stream().toList())
                && answering(last).isEmpty() && inContext.isPresent()) {
            return new Plan.Search(List.of(inContext.get()), search.agreed());
        }
        Plan plan = choose(about, last);
        Optional<Tool> tool = search.agreed() == null
                ? Optional.empty()
                : about.toolbox().byId(search.agreed().tool());
        return plan instanceof Ask ask && tool.isPresent() && search.agreed() != null
                ? new Perform(ask, ActionRunner.call(tool.get(), search.agreed().arguments()))
                : plan;
    }

    private Plan choose(Case about, List<FaqMatch> found) {
        Evidence evidence = Evidence.of(found.stream().map(FaqPlanner::toEntry).toList());
        List<FaqMatch> answering = answering(found);
        Say verbatim = answering.isEmpty()
                ? new Say(Phrases.noAnswer(about.language(), about.tenant().settings().handoffHint()),
                        Finish.NO_ANSWER, List.of(), evidence)
                : new Say(answering.getFirst().entry().answer(), Finish.FAQ, toSources(answering), evidence);
        // Without an entry only an action could help.
        boolean hopeless = answering.isEmpty() && about.toolbox().isEmpty();
        return !hopeless && lanes.of(about.tenant()).usable()
                ? prompts.ask(about, answering, verbatim, spend.thrift(about.tenant()))
                : verbatim;
    }

    private static List<FaqMatch> answering(List<FaqMatch> found) {
        return found.stream().filter(match -> match.verdict() == Verdict.ANSWER).toList();
    }

    private static List<Source> toSources(List<FaqMatch> matches) {
        return matches.stream().map(match -> new Source(match.entry().id(), match.entry().question(),
                match.entry().url(), match.score())).toList();
    }

    private static Evidence.Entry toEntry(FaqMatch match) {
        return new Evidence.Entry(match.entry().id(), match.entry().question(), match.score(),
                match.verdict() == Verdict.ANSWER ? "answer" : "weak");
    }

    @Override
    public Ask followedBy(Ask ask, List<ChatMessage> more, boolean mayCall) {
        return prompts.followedBy(ask, more, mayCall);
    }

    @Override
    public Say askForYes(Ask ask, Tool tool) {
        String own = tool.settings().confirmText();
        String text = own == null
                ? Phrases.confirm(Language.of(ask.spoken(), null), tool.settings().description())
                : own;
        return new Say(text, Finish.STOP, List.of(), ask.evidence());
    }

    @Override
    public Say onCard(Say otherwise) {
        return new Say(Phrases.onCard(Language.of(otherwise.text(), null)), Finish.STOP, List.of(),
                otherwise.evidence());
    }

    @Override
    public Say apology() {
        return new Say(Phrases.apology(Language.ENGLISH), Finish.INTERRUPTED, List.of(), Evidence.NONE);
    }

    @Override
    public Call withoutModel(Case about) {
        return new Call(about.tenant(), about.answer().conversation(), about.answer().id(), about.answer().attempt(),
                Purpose.FAQ, lanes.names(about.tenant()), 0, 0);
    }
}
