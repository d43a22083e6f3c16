package dev.parley.console.live;

import dev.parley.access.SuspendedShop;
import dev.parley.agent.Agent;
import dev.parley.conversation.AgentMessage;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.desk.NewNote;
import dev.parley.feed.ConversationFrame.Pong;
import dev.parley.feed.Frames;
import dev.parley.socket.RefusedFrameException;
import dev.parley.socket.SocketWriter;
import io.smallrye.mutiny.Uni;

/** Executes agents' frames and acknowledges them. Confined to the session's context. */
final class AgentVerbs {
    private final AgentServices services;
    private final Agent agent;
    private final AgentSocketSession session;
    private final String socket;
    private final SocketWriter writer;
    private final WatchedConversations watched;

    AgentVerbs(AgentServices services, AgentSocketSession session, String socket, SocketWriter writer,
            WatchedConversations watched) {
        this.services = services;
        this.agent = session.agent();
        this.session = session;
        this.socket = socket;
        this.writer = writer;
        this.watched = watched;
    }

    Uni<Void> carryOut(AgentFrame frame) {
        return reads(frame)
                ? perform(frame)
                : services.work().tenants().byId(agent.tenant()).chain(shop -> {
                    if (shop == null || shop.suspended()) {
                        throw SuspendedShop.refusal();
                    }
                    return perform(frame);
                });
    }

    /** True for frames without an effect on others. */
    private static boolean reads(AgentFrame frame) {
        return switch (frame) {
            case AgentFrame.Watch w -> true;
            case AgentFrame.Unwatch u -> true;
            case AgentFrame.Read r -> true;
            case AgentFrame.Presence p -> true;
            case AgentFrame.Ping p -> true;
            case AgentFrame.Send s -> false;
            case AgentFrame.Note n -> false;
            case AgentFrame.Claim c -> false;
            case AgentFrame.Typing t -> false;
        };
    }

    private Uni<Void> perform(AgentFrame frame) {
        AgentServices.Work work = services.work();
        return switch (frame) {
            case AgentFrame.Watch watch -> watch(watch);
            case AgentFrame.Unwatch unwatch -> done(() -> watched.unwatch(unwatch.conversation()));
            case AgentFrame.Send send -> send(send);
            case AgentFrame.Note note -> work.notes()
                    .add(agent, note.conversation(), new NewNote(note.id(), note.text(), note.mentions()))
                    .invoke(stored -> writer.send(AgentFrames.noted(stored)))
                    .replaceWithVoid();
            // Queued: the bot's earlier text must not follow the news that it is silent.
            case AgentFrame.Claim claim -> work.claims().claim(agent, claim.conversation())
                    .invoke(now -> session.tell(AgentFrames.claimed(now)))
                    .replaceWithVoid();
            case AgentFrame.Typing typing -> done(() -> typing(typing));
            case AgentFrame.Read read ->
                work.files().read(agent.tenant(), read.conversation(), agent.id(), read.seq());
            case AgentFrame.Presence presence ->
                work.presence().setAway(agent, presence.away()).invoke(session::tellColleagues);
            case AgentFrame.Ping ping -> done(() -> writer.send(new Pong()));
        };
    }

    private static Uni<Void> done(Runnable work) {
        work.run();
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> watch(AgentFrame.Watch watch) {
        if (!watched.hasRoomFor(watch.conversation())) {
            throw new RefusedFrameException("too_many_watched", "Unwatch a conversation before you watch another.",
                    null);
        }
        return services.work().conversations().get(agent.tenant(), watch.conversation())
                .invoke(conversation -> watched.watch(conversation, watch.since()))
                .replaceWithVoid();
    }

    private Uni<Void> send(AgentFrame.Send send) {
        return services.work().messages().record(agent.tenant(), send.conversation(),
                new AgentMessage(send.id(), agent.id(), agent.name(), send.text(), send.attachments()))
                .invoke(stored -> writer.send(new Frames(send.conversation()).ack(send.id(), stored)))
                .replaceWithVoid();
    }

    /** Only in a watched conversation, whose tenant was checked. */
    private void typing(AgentFrame.Typing typing) {
        if (watched.contains(typing.conversation())) {
            services.events().tell(new ConversationEvent.Typing(agent.tenant(), typing.conversation(), Author.AGENT,
                    typing.on(), socket, agent.id()));
        }
    }
}
