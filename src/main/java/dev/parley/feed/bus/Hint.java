package dev.parley.feed.bus;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationOpened;
import dev.parley.conversation.answer.Finish;
import dev.parley.platform.AllowanceTaken;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** What another replica should know. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(Hint.Stored.class), @JsonSubTypes.Type(Hint.Moved.class),
        @JsonSubTypes.Type(Hint.Began.class), @JsonSubTypes.Type(Hint.Grew.class),
        @JsonSubTypes.Type(Hint.Ended.class), @JsonSubTypes.Type(Hint.Types.class),
        @JsonSubTypes.Type(Hint.Joined.class), @JsonSubTypes.Type(Hint.Staff.class),
        @JsonSubTypes.Type(Hint.Stop.class), @JsonSubTypes.Type(Hint.Opened.class),
        @JsonSubTypes.Type(Hint.Taken.class)})
public sealed interface Hint {
    /** See {@link AllowanceTaken}. */
    @JsonTypeName("taken")
    record Taken(String limit, long key, int perMinute, int tokens) implements Hint {}

    static Hint of(AllowanceTaken taken) {
        return new Taken(taken.limit(), taken.key(), taken.perMinute(), taken.tokens());
    }

    /** About a conversation, whose messages themselves stay in the tables. */
    sealed interface OfConversation extends Hint {
        UUID tenant();

        UUID conversation();

        /** The event, if the hint has all of it; empty if it must be read from the tables, and for {@link Opened}. */
        default Optional<ConversationEvent> event() {
            TenantId of = new TenantId(tenant());
            return switch (this) {
                case Stored stored -> Optional.empty();
                case Moved moved -> Optional.empty();
                case Opened opened -> Optional.empty();
                case Began began -> Optional.of(new ConversationEvent.AnswerBegan(of, began.conversation, began.answer,
                        began.attempt, began.epoch));
                case Grew grew -> Optional.of(new ConversationEvent.AnswerGrew(of, grew.conversation, grew.answer,
                        grew.attempt, grew.n, grew.text));
                case Ended ended -> Optional.of(new ConversationEvent.AnswerEnded(of, ended.conversation, ended.answer,
                        ended.attempt, ended.seq, ended.finish, ended.question));
                case Types types -> Optional.of(new ConversationEvent.Typing(of, types.conversation,
                        types.author, types.on, null, types.agent));
                case Joined joined -> Optional.of(new ConversationEvent.VisitorJoined(of, joined.conversation,
                        joined.visitor));
                case Staff staff -> Optional.of(new ConversationEvent.StaffOnly(of, staff.conversation, staff.note));
                case Stop stop -> Optional.of(new ConversationEvent.StopAsked(of, stop.conversation, stop.answer));
            };
        }
    }

    @JsonTypeName("stored")
    record Stored(UUID tenant, UUID conversation, long seq) implements OfConversation {}

    @JsonTypeName("moved")
    record Moved(UUID tenant, UUID conversation, int epoch) implements OfConversation {}

    @JsonTypeName("began")
    record Began(UUID tenant, UUID conversation, UUID answer, int attempt, int epoch) implements OfConversation {}

    @JsonTypeName("grew")
    record Grew(UUID tenant, UUID conversation, UUID answer, int attempt, int n,
            String text) implements OfConversation {}

    @JsonTypeName("ended")
    record Ended(UUID tenant, UUID conversation, UUID answer, int attempt, long seq, Finish finish,
            long question) implements OfConversation {}

    @JsonTypeName("types")
    record Types(UUID tenant, UUID conversation, Author author, boolean on,
            @Nullable UUID agent) implements OfConversation {}

    @JsonTypeName("joined")
    record Joined(UUID tenant, UUID conversation, UUID visitor) implements OfConversation {}

    @JsonTypeName("staff")
    record Staff(UUID tenant, UUID conversation, @Nullable UUID note) implements OfConversation {}

    @JsonTypeName("stop")
    record Stop(UUID tenant, UUID conversation, UUID answer) implements OfConversation {}

    @JsonTypeName("opened")
    record Opened(UUID tenant, UUID conversation, UUID visitor) implements OfConversation {}

    static Hint of(ConversationOpened opened) {
        return new Opened(opened.tenant().value(), opened.conversation(), opened.visitor());
    }

    static Hint of(ConversationEvent event) {
        UUID tenant = event.tenant().value();
        UUID conversation = event.conversation();
        return switch (event) {
            case ConversationEvent.MessageStored stored ->
                new Stored(tenant, conversation, stored.message().seq());
            case ConversationEvent.OwnerChanged changed -> new Moved(tenant, conversation, changed.now().epoch());
            case ConversationEvent.AnswerBegan began ->
                new Began(tenant, conversation, began.answer(), began.attempt(), began.epoch());
            case ConversationEvent.AnswerGrew grew ->
                new Grew(tenant, conversation, grew.answer(), grew.attempt(), grew.n(), grew.text());
            case ConversationEvent.AnswerEnded ended -> new Ended(tenant, conversation, ended.answer(),
                    ended.attempt(), ended.seq(), ended.finish(), ended.questionSeq());
            case ConversationEvent.Typing typing ->
                new Types(tenant, conversation, typing.author(), typing.on(), typing.agent());
            case ConversationEvent.VisitorJoined joined -> new Joined(tenant, conversation, joined.visitor());
            case ConversationEvent.StaffOnly staff -> new Staff(tenant, conversation, staff.note());
            case ConversationEvent.StopAsked stop -> new Stop(tenant, conversation, stop.answer());
        };
    }
}
