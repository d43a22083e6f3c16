package dev.parley.feed.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.AsyncResultUni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** Publish and subscribe of Redis or Valkey, with a link for each direction. */
final class RedisTransport implements Transport {
    private static final String CHANNEL = "parley";

    private final Redis redis;
    private @Nullable RedisConnection listening;
    private @Nullable RedisConnection publishing;

    RedisTransport(Redis redis) {
        this.redis = redis;
    }

    @Override
    public int maxBytes() {
        return 1 << 20;
    }

    @Override
    public Uni<Void> connect(Consumer<String> arrived, Runnable closed) {
        return AsyncResultUni.<Void>toUni(done -> redis.connect()
                .compose(one -> redis.connect().onFailure(none -> one.close())
                        .compose(other -> listen(one, other, arrived, closed)))
                .onComplete(done));
    }

    private Future<Void> listen(RedisConnection one, RedisConnection other, Consumer<String> arrived,
            Runnable closed) {
        listening = one;
        publishing = other;
        one.handler(pushed -> text(pushed, arrived));
        for (RedisConnection link : List.of(one, other)) {
            link.endHandler(gone -> closed.run());
            link.exceptionHandler(failure -> closed.run());
        }
        return one.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL)).mapEmpty();
    }

    /** A push is a list: its kind, the channel and the text. */
    private static void text(@Nullable Response pushed, Consumer<String> arrived) {
        if (pushed != null && pushed.isArray() && pushed.size() == 3 && pushed.get(0).toString().equals("message")) {
            arrived.accept(pushed.get(2).toString());
        }
    }

    @Override
    public Uni<Void> send(List<String> texts) {
        RedisConnection open = publishing;
        if (open == null) {
            return Uni.createFrom().failure(new IllegalStateException("not connected"));
        }
        List<Request> commands = new ArrayList<>(texts.size());
        texts.forEach(text -> commands.add(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(text)));
        return AsyncResultUni.<Void>toUni(done -> open.batch(commands).<Void>mapEmpty().onComplete(done));
    }

    @Override
    public void disconnect() {
        RedisConnection first = listening;
        RedisConnection second = publishing;
        listening = null;
        publishing = null;
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
    }
}
