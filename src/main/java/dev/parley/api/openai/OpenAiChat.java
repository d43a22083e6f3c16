package dev.parley.api.openai;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.api.ConversationStream;
import dev.parley.api.FollowerStep;
import dev.parley.api.ParameterRefusedException;
import dev.parley.api.StreamPosition;
import dev.parley.api.openai.OpenAiAnswer.Usage;
import dev.parley.conversation.Author;
import dev.parley.conversation.ClientChats;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.Opening;
import dev.parley.conversation.Message;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.Evidence;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Runs an OpenAI client's question as a visitor's message and collects the result. */
@ApplicationScoped
class OpenAiChat {
    private static final int PAGE = 200;

    private final Conversations conversations;
    private final ConversationStream stream;
    private final Answers answers;
    private final Visitors visitors;
    private final Tenants tenants;
    private final ClientChats chats;
    private final TaskSuggestions suggestions;
    private final Ids ids;
    private final Clock clock;

    OpenAiChat(Conversations conversations, ConversationStream stream, Answers answers, Visitors visitors,
            Tenants tenants, ClientChats chats, TaskSuggestions suggestions, Ids ids, Clock clock) {
        this.suggestions = suggestions;
        this.conversations = conversations;
        this.stream = stream;
        this.answers = answers;
        this.visitors = visitors;
        this.tenants = tenants;
        this.chats = chats;
        this.ids = ids;
        this.clock = clock;
    }

    record Asking(TenantId tenant, UUID conversation, VisitorMessage message, OpenAiJson.Stream stream) {}

    /** Fails for an unknown conversation before anything is sent. */
    Uni<Asking> prepare(TenantId tenant, OpenAiQuestion question) {
        List<String> said = Stream.concat(question.before().stream(), Stream.of(question.text())).toList();
        return conversation(tenant, question)
                .call(found -> chats.remember(tenant, found.id(), question.chat(), said)).map(found -> {
                    VisitorMessage message = new VisitorMessage(ids.next(), question.text(), null);
                    String id = "chatcmpl-" + message.clientId().toString().replace("-", "");
                    return new Asking(tenant, found.id(), message,
                            new OpenAiJson.Stream(id, clock.instant().getEpochSecond(), found.id(), question.usage()));
                });
    }

    private Uni<Conversation> conversation(TenantId tenant, OpenAiQuestion question) {
        UUID known = question.conversation();
        if (known != null) {
            return conversations.get(tenant, known)
                    .onFailure(ParleyException.class).transform(absent -> ParameterRefusedException.noConversation());
        }
        return chats.find(tenant, question.chat()).chain(chat -> chat == null
                ? open(tenant, question)
                : conversations.get(tenant, chat));
    }

    private Uni<Conversation> open(TenantId tenant, OpenAiQuestion question) {
        Uni<Visitor> visitor = question.user() == null
                ? visitors.create(tenant)
                : visitors.named(tenant, question.user());
        return visitor.chain(asking -> conversations.open(tenant, new Opening(asking.id(), null, null, "{}"),
                question.earlier()));
    }

    Uni<OpenAiAnswer> answer(Asking asking) {
        return stream.answer(asking.tenant(), asking.conversation(), asking.message())
                .chain(answer -> answer(asking, answer.questionSeq()));
    }

    /** A program's own task: without a model, and not stored. */
    Uni<OpenAiAnswer> answer(TenantId tenant, ClientTask task) {
        return suggestions.of(tenant, task)
                .map(entries -> new OpenAiAnswer(null, "", "chatcmpl-" + ids.next().toString().replace("-", ""),
                        clock.instant().getEpochSecond(), task.answer(entries), List.of(), null, Usage.NONE));
    }

    Multi<FollowerStep> steps(Asking asking) {
        return stream.steps(asking.tenant(), asking.conversation(), asking.message(), StreamPosition.of(null));
    }

    /** From the tables, after the end of the answer. */
    Uni<OpenAiAnswer> answer(Asking asking, long question) {
        return Uni.combine().all()
                .unis(conversations.get(asking.tenant(), asking.conversation()),
                        conversations.messagesSince(asking.tenant(), asking.conversation(), question, PAGE))
                .asTuple()
                .chain(found -> found.getItem2().stream().filter(OpenAiChat::isReply).findFirst()
                        .map(reply -> answered(asking, found.getItem1(), reply))
                        .orElseGet(() -> unanswered(asking, found.getItem1())));
    }

    private static boolean isReply(Message message) {
        return message.author() == Author.BOT || message.author() == Author.AGENT;
    }

    private Uni<OpenAiAnswer> answered(Asking asking, Conversation now, Message reply) {
        return usage(asking, reply).map(usage -> new OpenAiAnswer(now.id(), now.state().wire(), asking.stream().id(),
                asking.stream().created(), reply.text(), reply.sources(), reply.finish(), usage));
    }

    /** OpenAI's protocol has no state for a person, so the text says it. */
    private Uni<OpenAiAnswer> unanswered(Asking asking, Conversation now) {
        return tenants.byId(asking.tenant()).map(shop -> new OpenAiAnswer(now.id(), now.state().wire(),
                asking.stream().id(), asking.stream().created(), wait(shop), List.of(), null, Usage.NONE));
    }

    private static String wait(@Nullable Tenant shop) {
        String hint = shop == null ? "" : shop.settings().handoffHint();
        return hint.isBlank() ? "A person will answer in this conversation." : hint;
    }

    private Uni<Usage> usage(Asking asking, Message reply) {
        return reply.author() != Author.BOT
                ? Uni.createFrom().item(Usage.NONE)
                : answers.evidence(asking.tenant(), asking.conversation(), reply.seq()).map(OpenAiChat::counted)
                        .onFailure(ParleyException.class).recoverWithItem(Usage.NONE);
    }

    private static Usage counted(Evidence evidence) {
        return new Usage(evidence.promptTokens(), evidence.answerTokens());
    }

    static ParleyException late() {
        return new ParleyException(Kind.UNAVAILABLE, "answer_late",
                "The question is stored, but its answer is late. Look for it in the conversation, or ask again.");
    }
}
