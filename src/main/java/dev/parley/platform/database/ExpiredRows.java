package dev.parley.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.parley.platform.OneByOne;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Deletes expired rows in small batches with a limit per run, so that a flood of rows is no flood of deletes. */
@ApplicationScoped
public class ExpiredRows {
    private static final int BATCH = 500;
    private static final int BATCHES_OF_A_RUN = 100;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final List<Expiry> expiries;
    private final Statements statements;
    private final OneByOne oneByOne;
    private final Clock clock;
    private final int batch;
    private final int batches;

    @Inject
    ExpiredRows(@All List<ExpiringTables> owners, Statements statements, OneByOne oneByOne, Clock clock) {
        this(owners.stream().flatMap(owner -> owner.expiries().stream()).toList(), statements, oneByOne, clock, BATCH,
                BATCHES_OF_A_RUN);
    }

    ExpiredRows(List<Expiry> expiries, Statements statements, OneByOne oneByOne, Clock clock, int batch, int batches) {
        this.expiries = List.copyOf(expiries);
        this.statements = statements;
        this.oneByOne = oneByOne;
        this.clock = clock;
        this.batch = batch;
        this.batches = batches;
    }

    public List<Expiry> expiries() {
        return expiries;
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return remove();
    }

    /** Removes expired rows up to the limit of a run. */
    public Uni<Void> remove() {
        Instant now = clock.instant();
        return oneByOne.each("expired_rows", expiries, Expiry::table, expiry -> remove(expiry, now)).replaceWithVoid();
    }

    private Uni<Void> remove(Expiry expiry, Instant now) {
        return Multi.createBy().repeating()
                .uni(() -> statements.ofEveryTenant()
                        .count(expiry.statement(), now.minus(expiry.kept()), (long) batch)
                        .onItem().delayIt().by(PAUSE))
                .whilst(gone -> gone == batch)
                .select().first(batches)
                .collect().last().replaceWithVoid();
    }
}
