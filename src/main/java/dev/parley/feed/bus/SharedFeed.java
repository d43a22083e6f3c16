package dev.parley.feed.bus;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.ConversationOpened;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Replica;
import dev.parley.conversation.lookup.StandingRepository;
import dev.parley.feed.ConversationFeed;
import dev.parley.platform.AllowanceTaken;
import dev.parley.platform.database.OwnConnections;
import dev.parley.platform.database.OwnContext;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;

/** Takes this replica's events, and what it takes of limits, to the others, and theirs to this one. */
@ApplicationScoped
class SharedFeed {
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 1_000;

    private final BusLink link;

    SharedFeed(ConversationFeed feed, ConversationEvents events, Conversations conversations,
            StandingRepository standings, Replica replica, Vertx vertx, OwnConnections connections,
            InjectableInstance<Redis> redis, BusConfig config, Event<AllowanceTaken.Elsewhere> allowances) {
        Context context = OwnContext.on(vertx);
        Arrivals arrivals = new Arrivals(feed, events, conversations, allowances, context);
        Rereading rereading = new Rereading(feed, standings, arrivals, context);
        link = new BusLink(vertx, context, transport(redis.listActive(), config, connections), replica.id(),
                BusLink.Pace.USUAL, System::nanoTime, new BusLink.Receiver() {
                    @Override
                    public void take(Hint hint) {
                        arrivals.take(hint);
                    }

                    @Override
                    public void lost() {
                        rereading.begin();
                    }
                });
    }

    private static Transport transport(List<Redis> redis, BusConfig config, OwnConnections connections) {
        if (!redis.isEmpty()) {
            return new RedisTransport(redis.getFirst());
        }
        return switch (config.kind()) {
            case POSTGRESQL -> new PostgresTransport(connections);
            case JVM -> new JvmTransport(new JvmTransport.Hub());
        };
    }

    void start(@Observes StartupEvent started) {
        link.start();
    }

    void happened(@Observes ConversationEvent event) {
        link.send(Hint.of(event));
    }

    void opened(@Observes ConversationOpened event) {
        link.send(Hint.of(event));
    }

    void taken(@Observes AllowanceTaken taken) {
        link.send(Hint.of(taken));
    }

    /** Last, since answers that are given away are told. */
    void stop(@Observes @Priority(LAST) ShutdownEvent stopping) {
        link.stop().await().atMost(GOODBYE);
    }
}
