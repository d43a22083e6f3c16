package dev.parley.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.parley.platform.RetryLaterException;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class DoctorVisitsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Report REPORT = new Report(Instant.EPOCH, List.of());

    private static Uni<List<Finding>> noShops() {
        return Uni.createFrom().item(List.of());
    }

    @Test
    void aSecondVisitDuringTheFirst_isToldToComeLater() {
        CompletableFuture<Report> made = new CompletableFuture<>();
        DoctorVisits visits = new DoctorVisits(made::join, DoctorVisitsTest::noShops);
        CompletableFuture<Report> first = visits.examine().subscribeAsCompletionStage();

        assertThatThrownBy(() -> visits.examine().await().atMost(PATIENCE))
                .isInstanceOfSatisfying(RetryLaterException.class,
                        refused -> assertThat(refused.code()).isEqualTo("doctor_busy"));

        made.complete(REPORT);
        assertThat(first).succeedsWithin(PATIENCE).isEqualTo(REPORT);
        assertThat(visits.examine().await().atMost(PATIENCE)).isEqualTo(REPORT);
    }

    @Test
    void shopsModels_standAfterTheOperators() {
        Report operators = new Report(Instant.EPOCH,
                List.of(Finding.ok("models", "one"), Finding.ok("secrets", "two")));
        Finding shops = Finding.ok("models", "three");
        DoctorVisits visits = new DoctorVisits(() -> operators, () -> Uni.createFrom().item(List.of(shops)));

        assertThat(visits.examine().await().atMost(PATIENCE).findings()).extracting(Finding::found)
                .containsExactly("one", "three", "two");
    }

    @Test
    void aVisitAfterAFailedOne_isMade() {
        CompletableFuture<Report> made = CompletableFuture.failedFuture(new IllegalStateException("broken"));
        DoctorVisits visits = new DoctorVisits(made::join, DoctorVisitsTest::noShops);

        assertThatThrownBy(() -> visits.examine().await().atMost(PATIENCE)).hasMessageContaining("broken");
        assertThatThrownBy(() -> visits.examine().await().atMost(PATIENCE)).hasMessageContaining("broken");
    }
}
