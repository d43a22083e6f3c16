package dev.parley.turn;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Message;
import dev.parley.conversation.RunningAnswer;
import dev.parley.conversation.Source;
import dev.parley.faq.FaqMatch;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.Verdict;
import dev.parley.platform.ParleyException;
import dev.parley.spend.Spend;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.tool.Confirmations;
import dev.parley.tool.Tool;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Perform;
import dev.parley.turn.Plan.Say;
import io.smallrye.mutiny.Uni;

/** Reads the end of the conversation, searches the FAQ, and decides how to answer. */
@ApplicationScoped
class Planner {
    private static final int REMEMBERED_MESSAGES = 30;
    private static final int ENTRIES = 5;

    private final Conversations conversations;
    private final Tenants tenants;
    private final FaqSearch faq;
    private final ShopLanes lanes;
    private final Prompts prompts;
    private final Spend spend;
    private final Workbench workbench;

    Planner(Conversations conversations, Tenants tenants, FaqSearch faq, ShopLanes lanes, Prompts prompts,
            Spend spend, Workbench workbench) {
        this.conversations = conversations;
        this.tenants = tenants;
        this.faq = faq;
        this.lanes = lanes;
        this.prompts = prompts;
        this.spend = spend;
        this.workbench = workbench;
    }

    /** Everything that the decision needs. */
    record Case(RunningAnswer answer, Tenant tenant, ConversationThread thread, Exchange exchange, Toolbox toolbox) {
        Case with(Toolbox box) {
            return new Case(answer, tenant, thread, exchange, box);
        }

        Language language() {
            return Language.of(exchange.question(), thread.locale());
        }
    }

    /** A plan, and the shop in whose name the bot will say it. */
    record Planned(Plan plan, Tenant tenant, boolean held) {
        String botName() {
            return tenant.settings().botName();
        }
    }

    /** Whether the FAQ can be searched; until then no answer should be planned. */
    boolean ready() {
        return faq.ready();
    }

    Uni<Planned> plan(RunningAnswer answer) {
        if (!ready()) {
            return Uni.createFrom().failure(new ParleyException(ParleyException.Kind.UNAVAILABLE, "faq_not_ready",
                    "The FAQ is being indexed. The answer follows as soon as it is."));
        }
        return gather(answer)
                .chain(turn -> workbench.boxFor(answer.tenant(), turn.thread().visitor()).map(turn::with))
                .chain(turn -> decide(turn).map(plan -> new Planned(plan, turn.tenant(), turn.thread().held())));
    }

    /** The same for what has been answered long ago, with the conversation as it was then. Nothing is carried out for a rehearsal. */
    Uni<Planned> rehearse(RunningAnswer answer) {
        return Uni.combine().all()
                .unis(tenants.byId(answer.tenant()).onItem().ifNull().failWith(() -> ParleyException.notFound("shop")),
                        conversations.get(answer.tenant(), answer.conversation()),
                        conversations.messagesBefore(answer.tenant(), answer.conversation(), answer.questionSeq() + 1,
                                REMEMBERED_MESSAGES))
                .with((tenant, conversation, before) -> new Case(answer, tenant, asItWas(conversation, before),
                        Exchange.of(lines(before), answer), Toolbox.EMPTY))
                .chain(turn -> decide(turn).map(plan -> new Planned(plan, turn.tenant(), false)));
    }

    private static ConversationThread asItWas(Conversation conversation, List<Message> before) {
        return new ConversationThread(conversation.visitor(), conversation.locale(), conversation.page(),
                lines(before), null, false);
    }

    private static List<ConversationThread.Line> lines(List<Message> messages) {
        return messages.stream().map(each -> new ConversationThread.Line(each.seq(), each.author(), each.text()))
                .toList();
    }

    private Uni<Case> gather(RunningAnswer answer) {
        return Uni.combine().all()
                .unis(tenants.byId(answer.tenant()).onItem().ifNull().failWith(() -> ParleyException.notFound("shop")),
                        conversations.thread(answer.tenant(), answer.conversation(), REMEMBERED_MESSAGES))
                .with((tenant, thread) -> new Case(answer, tenant, thread, Exchange.of(thread.lines(), answer),
                        Toolbox.EMPTY));
    }

    private Uni<Plan> decide(Case turn) {
        Optional<Courtesy> courtesy = Courtesy.in(turn.exchange().question());
        if (courtesy.isPresent()) {
            String reply = courtesy.get().reply(turn.language());
            return Uni.createFrom().item(new Say(reply, Finish.COURTESY, List.of(), Evidence.of(List.of())));
        }
        Optional<Consent> consent = turn.toolbox().isEmpty()
                ? Optional.empty()
                : Consent.in(turn.exchange().question());
        return consent.isEmpty()
                ? answer(turn)
                : workbench.waiting(turn.answer())
                        .chain(waiting -> waiting == null ? answer(turn) : heed(turn, consent.get(), waiting));
    }

    private Uni<Plan> answer(Case turn) {
        return search(turn).map(matches -> choose(turn, matches));
    }

    private Uni<Plan> heed(Case turn, Consent consent, Confirmations.Waiting waiting) {
        Optional<Tool> tool = turn.toolbox().byId(waiting.tool());
        if (consent == Consent.NO) {
            return Uni.createFrom().item(new Say(Phrases.leftAlone(turn.language()), Finish.COURTESY, List.of(),
                    Evidence.of(List.of())));
        }
        return answer(turn).map(plan -> plan instanceof Ask ask && tool.isPresent()
                ? new Perform(ask, Workbench.call(tool.get(), waiting.arguments()))
                : plan);
    }

    private Uni<List<FaqMatch>> search(Case turn) {
        return search(turn, turn.exchange().question()).chain(found -> {
            Optional<String> inContext = turn.exchange().questionInContext();
            return answering(found).isEmpty() && inContext.isPresent()
                    ? search(turn, inContext.get())
                    : Uni.createFrom().item(found);
        });
    }

    private Uni<List<FaqMatch>> search(Case turn, String text) {
        return faq.search(turn.tenant().id(), new FaqQuery(text, ENTRIES, turn.thread().locale(), null));
    }

    private Plan choose(Case turn, List<FaqMatch> found) {
        Evidence evidence = Evidence.of(found.stream().map(Planner::toEntry).toList());
        List<FaqMatch> answering = answering(found);
        Say verbatim = answering.isEmpty()
                ? new Say(Phrases.noAnswer(turn.language(), turn.tenant().settings().handoffHint()), Finish.NO_ANSWER,
                        List.of(), evidence)
                : new Say(answering.getFirst().entry().answer(), Finish.FAQ, toSources(answering), evidence);
        // Without an entry only an action could help.
        boolean hopeless = answering.isEmpty() && turn.toolbox().isEmpty();
        return !hopeless && lanes.of(turn.tenant()).usable()
                ? prompts.ask(turn, answering, verbatim, spend.thrift(turn.tenant()))
                : verbatim;
    }

    private static List<FaqMatch> answering(List<FaqMatch> found) {
        return found.stream().filter(match -> match.verdict() == Verdict.ANSWER).toList();
    }

    private static List<Source> toSources(List<FaqMatch> matches) {
        return matches.stream()
                .map(match -> new Source(match.entry().id(), match.entry().question(), match.entry().url(),
                        match.score()))
                .toList();
    }

    private static Evidence.Entry toEntry(FaqMatch match) {
        return new Evidence.Entry(match.entry().id(), match.entry().question(), match.score(),
                match.verdict() == Verdict.ANSWER ? "answer" : "weak");
    }
}
