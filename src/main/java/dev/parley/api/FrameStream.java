package dev.parley.api;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import dev.parley.conversation.VisitorMessage;
import dev.parley.feed.Frame;
import dev.parley.feed.Frames;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Resumable server-sent events of the socket's frames. */
@ApplicationScoped
class FrameStream {
    private static final Logger LOG = Logger.getLogger(FrameStream.class);

    private final ConversationStream stream;

    FrameStream(ConversationStream stream) {
        this.stream = stream;
    }

    Multi<OutboundSseEvent> events(TenantId tenant, UUID conversation, VisitorMessage message,
            @Nullable String lastEventId, Sse sse) {
        StreamPosition position = StreamPosition.of(lastEventId);
        return stream.steps(tenant, conversation, message, position)
                .map(step -> event(step, message, position, sse))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .onFailure().recoverWithItem(failure -> broken(failure, message, sse));
    }

    /** The status is sent already, so the error goes into the stream. */
    private OutboundSseEvent broken(Throwable failure, VisitorMessage message, Sse sse) {
        String id = message.clientId().toString();
        if (failure instanceof ParleyException refused) {
            return sse.newEventBuilder()
                    .data(Frames.error(refused.code(), refused.detail(), refused.retryable(), id).json()).build();
        }
        LOG.error("An event stream broke", failure);
        return sse.newEventBuilder().data(Frames.error("unavailable",
                "That did not work just now. Send the message again with the same id.", true, id).json()).build();
    }

    private Optional<OutboundSseEvent> event(FollowerStep step, VisitorMessage message, StreamPosition position,
            Sse sse) {
        return switch (step) {
            case FollowerStep.Acknowledged ack -> position.passAck(ack.recorded().message().seq())
                    ? Optional.of(event(Frames.PLAIN.ack(message.clientId(), ack.recorded().message()), position,
                            sse))
                    : Optional.empty();
            case FollowerStep.Happened happened -> position.pass(happened.event()).flatMap(Frames.PLAIN::of)
                    .map(frame -> event(frame, position, sse));
            case FollowerStep.Beat beat -> Optional.of(beat(sse));
            case FollowerStep.End end -> Optional.empty();
        };
    }

    private static OutboundSseEvent event(Frame frame, StreamPosition position, Sse sse) {
        return sse.newEventBuilder().id(position.id()).data(frame.json()).build();
    }

    static OutboundSseEvent beat(Sse sse) {
        return sse.newEventBuilder().comment("still here").build();
    }
}
