package dev.parley.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.HandoffCause;
import dev.parley.desk.InboxItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code customer} is the shop's id; {@code unread} is the caller's, absent in frames to all agents. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboxItemResponse(
        UUID id,
        @Schema(enumeration = {
                "with_bot", "waiting", "with_agent", "closed"}) String state,
        @Nullable UUID agent,
        int epoch,
        long lastSeq,
        UUID visitor,
        @Nullable String customer,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String page,
        List<String> labels,
        @Schema(enumeration = {"low", "normal", "high", "urgent"}) String priority,
        @Nullable Instant snoozedUntil,
        @Nullable Instant waitingSince,
        @Nullable String reason,
        @Nullable Handoff handoff,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable Integer unread,
        @Nullable Last last){
    /** {@code spoken} is true for a recording, else absent. */
    @Schema(name = "LastMessage")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Last(@Schema(enumeration = {"visitor", "bot", "agent", "system"}) String author,
            @Nullable String name, String text, Instant at,
            @Nullable Boolean spoken){}

    /** {@code reason}: see {@link dev.parley.conversation.HandoffReason}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Handoff(String reason, @Nullable String summary, @Schema(enumeration = {
            "visitor", "bot", "rule", "shop"}) String by){
        static @Nullable Handoff of(@Nullable HandoffCause cause) {
            return cause == null ? null : new Handoff(cause.reason().wire(), cause.summary(), cause.by().wire());
        }
    }

    static InboxItemResponse of(InboxItem item) {
        return of(item, item.unread());
    }

    public static InboxItemResponse forAll(InboxItem item) {
        return of(item, null);
    }

    private static InboxItemResponse of(InboxItem item, @Nullable Integer unread) {
        UUID agent = item.state() instanceof WithAgent with ? with.agent() : null;
        InboxItem.Last last = item.last();
        HandoffCause handoff = item.handoff();
        return new InboxItemResponse(item.id(), item.state().wire(), agent, item.epoch(), item.lastSeq(),
                item.visitor(), item.customer(), VisitorName.in(item.attributes()), item.locale(), item.page(),
                item.labels(), item.priority().wire(),
                item.snoozedUntil(), item.waitingSince(),
                handoff == null ? null : handoff.words(), Handoff.of(handoff), item.createdAt(), item.lastActivityAt(),
                unread,
                last == null
                        ? null
                        : new Last(last.author().wire(), last.name(), last.text(), last.at(),
                                last.spoken() ? true : null));
    }
}
