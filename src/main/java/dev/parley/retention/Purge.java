package dev.parley.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationPurge;
import dev.parley.platform.Ids;
import dev.parley.platform.OneByOne;
import dev.parley.platform.OneByOne.StopException;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitors;
import dev.parley.voice.RecordingPurge;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what has outlived its retention, per tenant and in batches. If a replica is killed, each conversation is
 * deleted completely or not at all, the run is marked "interrupted", and the next lease holder continues. A run may
 * count up to one batch too few.
 */
@ApplicationScoped
public class Purge {
    private static final Logger LOG = Logger.getLogger(Purge.class);

    private static final Duration SOON = Duration.ofMinutes(5);

    private final RetentionConfig config;
    private final PurgeRepository repository;
    private final Tenants tenants;
    private final ConversationPurge conversations;
    private final Visitors visitors;
    private final RecordingPurge recordings;
    private final CallPurge calls;
    private final OneByOne oneByOne;
    private final Ids ids;
    private final Clock clock;

    Purge(RetentionConfig config, PurgeRepository repository, Tenants tenants, ConversationPurge conversations,
            Visitors visitors, RecordingPurge recordings, CallPurge calls, OneByOne oneByOne, Ids ids, Clock clock) {
        this.config = config;
        this.repository = repository;
        this.tenants = tenants;
        this.conversations = conversations;
        this.visitors = visitors;
        this.recordings = recordings;
        this.calls = calls;
        this.oneByOne = oneByOne;
        this.ids = ids;
        this.clock = clock;
    }

    /** True if this replica purged; false if another does or nothing is due. */
    public Uni<Boolean> runIfDue() {
        UUID lease = ids.next();
        return repository.take(lease)
                .chain(taken -> taken ? run(lease).replaceWith(true) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> run(UUID lease) {
        return repository.markInterrupted()
                .chain(recordings::shops)
                .chain(recorded -> tenants.allToPurge().chain(all -> oneByOne.each("purge", all, Tenant::id,
                        shop -> purge(shop, recorded.contains(shop.id()), lease))))
                .onFailure().call(() -> repository.release(lease, Duration.ZERO))
                .chain(failed -> repository.release(lease, failed.isEmpty() ? config.every() : soon()));
    }

    /** Delays the retry: a failure may persist. */
    private Duration soon() {
        return config.every().compareTo(SOON) < 0 ? config.every() : SOON;
    }

    private Uni<PurgeRun> purge(Tenant shop, boolean recorded, UUID lease) {
        Instant now = clock.instant();
        PurgeRun start = PurgeRun.begin(ids.next(), shop.id(), now,
                RetentionPolicy.of(config.days(), shop.retention()));
        List<Throwable> failures = new ArrayList<>();
        Uni<PurgeRun> silent = recorded
                ? repeat(start, lease, run -> deleteRecordings(shop, run), failures)
                : Uni.createFrom().item(start);
        return silent
                .chain(run -> repeat(run, lease, this::deleteConversations, failures))
                .chain(run -> repeat(run, lease, this::forgetVisitors, failures))
                .call(run -> calls.condense(run.tenant(), run.cutoff(), () -> keep(lease)))
                .call(run -> failures.isEmpty() ? finish(run) : Uni.createFrom().failure(failures.getFirst()));
    }

    @FunctionalInterface
    private interface Batch {
        Uni<PurgeRun> delete(PurgeRun soFar);
    }

    /** Repeats until a batch finds nothing. A failure does not stop the other kinds of data. */
    private Uni<PurgeRun> repeat(PurgeRun start, UUID lease, Batch batch, List<Throwable> failures) {
        Progress progress = new Progress(start);
        return Multi.createBy().repeating()
                .uni(() -> progress.next(lease, batch))
                .whilst(Progress::found)
                .collect().last().replaceWithVoid()
                .onFailure(failure -> !(failure instanceof StopException)).recoverWithUni(failure -> {
                    failures.add(failure);
                    return Uni.createFrom().voidItem();
                })
                .map(done -> progress.run);
    }

    private final class Progress {
        private PurgeRun run;
        private boolean found;

        Progress(PurgeRun run) {
            this.run = run;
        }

        boolean found() {
            return found;
        }

        Uni<Progress> next(UUID lease, Batch batch) {
            return keep(lease)
                    .chain(() -> batch.delete(run))
                    .call(after -> after.equals(run) ? Uni.createFrom().voidItem() : noteAndRest(after))
                    .map(this::advance);
        }

        private Progress advance(PurgeRun after) {
            found = !after.equals(run);
            run = after;
            return this;
        }
    }

    private static void stopIfLost(boolean kept) {
        if (!kept) {
            throw new StopException("The purge stood still for so long that another replica took it over");
        }
    }

    private Uni<Void> noteAndRest(PurgeRun run) {
        return repository.write(run, null).onItem().delayIt().by(config.pause());
    }

    private Uni<PurgeRun> deleteRecordings(Tenant shop, PurgeRun run) {
        return recordings.purge(shop, run.startedAt(), run.cutoff(), config.batch()).map(run::plusRecordings);
    }

    private Uni<PurgeRun> deleteConversations(PurgeRun run) {
        return conversations.purgeIdle(run.tenant(), run.cutoff(), config.batch()).map(run::plus);
    }

    private Uni<PurgeRun> forgetVisitors(PurgeRun run) {
        return visitors.forgetIdle(run.tenant(), run.cutoff(), config.batch()).map(run::plusVisitors);
    }

    private Uni<Void> keep(UUID lease) {
        return repository.keep(lease).invoke(Purge::stopIfLost).replaceWithVoid();
    }

    private Uni<@Nullable Void> finish(PurgeRun run) {
        if (run.foundNothing()) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("Purged tenant=%s conversations=%d messages=%d answers=%d visitors=%d recordings=%d cutoff=%s",
                run.tenant(),
                run.conversations(),
                run.messages(), run.answers(), run.visitors(), run.recordings(), run.cutoff());
        return repository.write(run, clock.instant());
    }
}
