package dev.parley.widget;

import java.util.UUID;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.Recorded;
import dev.parley.conversation.VisitorMessage;
import dev.parley.feed.Frames;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.socket.RefusedFrameException;
import dev.parley.socket.SocketWriter;
import dev.parley.tenant.Tenant;
import dev.parley.visitor.Visitor;
import io.smallrye.mutiny.Uni;

/** Executes visitors' frames, each only if the conversation is still the visitor's. */
final class VisitorVerbs {
    private final VisitorServices services;
    private final SocketWriter writer;
    private final String socket;
    private final String address;

    VisitorVerbs(VisitorServices services, SocketWriter writer, String socket, String address) {
        this.services = services;
        this.writer = writer;
        this.socket = socket;
        this.address = address;
    }

    /** Fails with {@link NotTheirsException}, {@link NotStoredException} or a refusal. */
    Uni<Void> carryOut(VisitorFrame frame, Tenant shop, Visitor visitor, Playback playing) {
        // A message's ownership is checked in the statement that stores it.
        return frame instanceof VisitorFrame.Send send
                ? send(shop, visitor, playing, send)
                : services.conversations().require(visitor, playing.conversation())
                        .onFailure(VisitorVerbs::isAbsent).transform(NotTheirsException::new)
                        .chain(() -> carryOut(frame, shop, visitor, playing.conversation()));
    }

    private Uni<Void> carryOut(VisitorFrame frame, Tenant shop, Visitor visitor, UUID conversation) {
        return switch (frame) {
            case VisitorFrame.Stop stop -> {
                services.turns().stop(visitor.tenant(), conversation, stop.answer());
                yield nothing();
            }
            case VisitorFrame.Typing typing -> {
                services.events().tell(new ConversationEvent.Typing(visitor.tenant(), conversation, Author.VISITOR,
                        typing.on(), socket));
                yield nothing();
            }
            case VisitorFrame.Seen seen ->
                services.conversations().seenByVisitor(visitor.tenant(), conversation, seen.seq());
            case VisitorFrame.Handoff handoff -> {
                count(shop, visitor);
                yield services.handoffs().request(visitor.tenant(), conversation,
                        HandoffCause.asked(HandoffBy.VISITOR, handoff.reason())).replaceWithVoid();
            }
            case VisitorFrame.Rate rate ->
                services.conversations().rate(visitor.tenant(), conversation, rate.seq(), rate.up(), rate.comment());
            case VisitorFrame.Close close -> {
                count(shop, visitor);
                yield services.handoffs().close(visitor.tenant(), conversation).replaceWithVoid();
            }
            case VisitorFrame.Send elsewhere -> nothing();
            case VisitorFrame.Hello again -> nothing();
            case VisitorFrame.Ping ping -> nothing();
        };
    }

    private void count(Tenant shop, Visitor visitor) {
        services.allowances().message(visitor.tenant(), shop.limits().messagesPerMinute(), visitor.id(), address);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> send(Tenant shop, Visitor visitor, Playback playing, VisitorFrame.Send send) {
        String id = send.id().toString();
        VisitorMessage message = message(send);
        try {
            count(shop, visitor);
            playing.expectAck(send.id());
            return services.turns().say(visitor, playing.conversation(), message)
                    .invoke(recorded -> acknowledge(playing, send.id(), recorded))
                    .onFailure().invoke(() -> playing.forgetAck(send.id()))
                    .onFailure().transform(failure -> refusal(failure, id))
                    .replaceWithVoid();
        } catch (ParleyException refused) {
            throw new RefusedFrameException(refused, id);
        }
    }

    static VisitorMessage message(VisitorFrame.Send send) {
        try {
            return new VisitorMessage(send.id(), send.text(), send.page(), send.recording());
        } catch (ParleyException refused) {
            throw new RefusedFrameException(refused, send.id().toString());
        }
    }

    private static Throwable refusal(Throwable failure, String id) {
        return switch (failure) {
            case ParleyException gone when isAbsent(gone) -> new NotTheirsException(gone);
            case ParleyException refused -> new RefusedFrameException(refused, id);
            default -> new NotStoredException(id, failure);
        };
    }

    /** The feed may have delivered the message and its ack already. */
    private void acknowledge(Playback playing, UUID id, Recorded recorded) {
        if (playing.forgetAck(id)) {
            writer.send(Frames.PLAIN.ack(id, recorded.message()));
        }
    }

    private static boolean isAbsent(Throwable failure) {
        return failure instanceof ParleyException refused && refused.kind() == Kind.NOT_FOUND;
    }

    /** The conversation was deleted, or belongs to another visitor by now. */
    static final class NotTheirsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTheirsException(Throwable cause) {
            super(cause);
        }
    }

    /** The message was neither stored nor acknowledged and may be sent again. */
    static final class NotStoredException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String frameId;

        NotStoredException(String frameId, Throwable cause) {
            super(cause);
            this.frameId = frameId;
        }

        String frameId() {
            return frameId;
        }
    }
}
