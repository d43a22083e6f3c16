package dev.parley.turn;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.RunningAnswer;
import dev.parley.faq.FaqMatch;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Reads what an answer needs to know: the end of the conversation, its shop, and what the FAQ has. */
@ApplicationScoped
class CaseReader {
    private static final int REMEMBERED_MESSAGES = 30;
    private static final int ENTRIES = 5;

    private final Conversations conversations;
    private final Tenants tenants;
    private final FaqSearch faq;
    private final ActionRunner actions;

    CaseReader(Conversations conversations, Tenants tenants, FaqSearch faq, ActionRunner actions) {
        this.conversations = conversations;
        this.tenants = tenants;
        this.faq = faq;
        this.actions = actions;
    }

    /** Whether the FAQ can be searched; until then no answer should be begun. */
    boolean ready() {
        return faq.ready();
    }

    Uni<Case> read(RunningAnswer answer) {
        if (!ready()) {
            return Uni.createFrom().failure(new ParleyException(ParleyException.Kind.UNAVAILABLE, "faq_not_ready",
                    "The FAQ is being indexed. The answer follows as soon as it is."));
        }
        return Uni.combine().all()
                .unis(tenant(answer), conversations.thread(answer.tenant(), answer.conversation(), REMEMBERED_MESSAGES))
                .with((tenant, thread) -> new Case(answer, tenant, thread, Exchange.of(thread.lines(), answer),
                        Toolbox.EMPTY))
                .chain(read -> actions.boxFor(answer.tenant(), read.thread().visitor()).map(read::with));
    }

    /** The same for what has been answered long ago, with the conversation as it was then and without actions. */
    Uni<Case> readAsItWas(RunningAnswer answer) {
        return Uni.combine().all()
                .unis(tenant(answer), conversations.get(answer.tenant(), answer.conversation()),
                        conversations.messagesBefore(answer.tenant(), answer.conversation(), answer.questionSeq() + 1,
                                REMEMBERED_MESSAGES))
                .with((tenant, conversation, before) -> new Case(answer, tenant, asItWas(conversation, before),
                        Exchange.of(lines(before), answer), Toolbox.EMPTY));
    }

    private Uni<Tenant> tenant(RunningAnswer answer) {
        return tenants.byId(answer.tenant()).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"));
    }

    private static ConversationThread asItWas(Conversation conversation, List<Message> before) {
        return new ConversationThread(conversation.visitor(), conversation.locale(), conversation.page(),
                lines(before), null, false);
    }

    private static List<ConversationThread.Line> lines(List<Message> messages) {
        return messages.stream().map(each -> new ConversationThread.Line(each.seq(), each.author(), each.text()))
                .toList();
    }

    /** What is found for each of the texts, in their order. */
    Uni<List<List<FaqMatch>>> search(Effect.Search search) {
        Case about = search.about();
        return Multi.createFrom().iterable(search.texts())
                .onItem()
                .transformToUniAndConcatenate(text -> faq.search(about.tenant().id(),
                        new FaqQuery(text, ENTRIES, about.thread().locale(), null)))
                .collect().asList();
    }
}
