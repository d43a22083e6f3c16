package dev.parley.console.live;

import java.util.UUID;

import dev.parley.agent.Agent;
import dev.parley.agent.SignedIn;
import dev.parley.platform.ParleyException;
import dev.parley.socket.RefusedFrameException;
import dev.parley.socket.SocketConnection;
import dev.parley.socket.SocketSession;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One agent's open socket. */
final class AgentSocketSession extends SocketSession<AgentFrame> {
    private static final Logger LOG = Logger.getLogger(AgentSocketSession.class);

    private final AgentServices services;
    private final OpenConsoles consoles;
    private final SignedIn signedIn;
    private final UUID id;
    private final WatchedConversations watched;
    private final AgentVerbs verbs;

    AgentSocketSession(AgentServices services, OpenConsoles consoles, SocketConnection connection, SignedIn signedIn,
            UUID id) {
        super(connection, services.config(), services.vertx());
        this.services = services;
        this.consoles = consoles;
        this.signedIn = signedIn;
        this.id = id;
        this.watched = new WatchedConversations(services, this, connection.id(), writer());
        this.verbs = new AgentVerbs(services, this, connection.id(), writer(), watched);
    }

    UUID id() {
        return id;
    }

    Agent agent() {
        return signedIn.agent();
    }

    UUID session() {
        return signedIn.session();
    }

    /** From any thread. */
    @Nullable
    UUID onScreen() {
        return watched.onScreen();
    }

    /** From any thread. */
    boolean watches(UUID conversation) {
        return watched.contains(conversation);
    }

    /** Shows colleagues what this agent looks at. */
    void tellColleagues() {
        consoles.changed(this);
    }

    @Override
    protected void opened() {
        tell(AgentFrames.ready(agent(), services.config().heartbeat().toSeconds()));
        consoles.enter(this);
    }

    @Override
    protected void left() {
        watched.end();
        consoles.leave(this);
    }

    @Override
    protected AgentFrame read(String frame) {
        return AgentFrameReader.read(frame);
    }

    @Override
    protected Uni<Void> carryOut(AgentFrame frame) {
        return verbs.carryOut(frame);
    }

    @Override
    protected void refuse(Throwable failure, @Nullable AgentFrame frame) {
        switch (failure) {
            case RefusedFrameException refused -> refuse(refused.why(), frame);
            case ParleyException refused -> refuse(refused, frame);
            default -> {
                LOG.error("An agent's frame failed", failure);
                writer().send(AgentFrames.error("unavailable", "That did not work just now. Try again.", true,
                        conversation(frame), clientId(frame)));
            }
        }
    }

    private void refuse(ParleyException refused, @Nullable AgentFrame frame) {
        writer().send(AgentFrames.error(refused.code(), refused.detail(), refused.retryable(), conversation(frame),
                clientId(frame)));
    }

    private static @Nullable UUID conversation(@Nullable AgentFrame frame) {
        return switch (frame) {
            case AgentFrame.Watch watch -> watch.conversation();
            case AgentFrame.Send send -> send.conversation();
            case AgentFrame.Note note -> note.conversation();
            case AgentFrame.Claim claim -> claim.conversation();
            case AgentFrame.Read read -> read.conversation();
            case AgentFrame.Unwatch none -> null;
            case AgentFrame.Typing none -> null;
            case AgentFrame.Presence none -> null;
            case AgentFrame.Ping none -> null;
            case null -> null;
        };
    }

    private static @Nullable UUID clientId(@Nullable AgentFrame frame) {
        return frame instanceof AgentFrame.Send send
                ? send.id()
                : frame instanceof AgentFrame.Note note ? note.id() : null;
    }
}
