package dev.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryVerdictTest {
    private static final Instant NOW = Instant.parse("2026-03-30T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(5), new Random(7));

    private static DueDelivery due(String event, @Nullable Instant failingSince, @Nullable Instant webhookSince) {
        UUID id = UUID.randomUUID();
        return new DueDelivery(id, id, id, new TenantId(id), event, "{}", NOW, failingSince == null ? 0 : 9,
                failingSince,
                "https://shop.example/", "sealed", null, webhookSince == null ? 0 : 9, webhookSince);
    }

    private static DeliveryVerdict verdict(DueDelivery due, @Nullable Integer status) {
        return DeliveryVerdict.of(due, new DeliveryAttempt(NOW, 1, status, status == null ? "timeout" : null, null),
                NOW, DAY,
                BACKOFF);
    }

    private static DeliveryVerdict.Undelivered failed(DueDelivery due, @Nullable Integer status) {
        return (DeliveryVerdict.Undelivered) verdict(due, status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void success_isDelivered(int status) {
        assertThat(verdict(due("message.created", null, null), status)).isEqualTo(new DeliveryVerdict.Delivered());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 400, 401, 404, 429, 500, 503})
    void anythingElse_isTriedAgain(int status) {
        DeliveryVerdict.Undelivered failed = failed(due("message.created", null, null), status);

        assertThat(failed.again()).isTrue();
        assertThat(failed.due()).isAfter(NOW).isBefore(NOW.plusSeconds(6));
        assertThat(failed.rest()).isNull();
        assertThat(failed.pause()).isNull();
    }

    @Test
    void serverThatIsDown_isLeftInPeaceForAWhile() {
        DeliveryVerdict.Undelivered failed = failed(due("message.created", NOW, NOW), null);

        assertThat(failed.rest()).isAfter(NOW).isBefore(NOW.plusSeconds(301));
    }

    @Test
    void addressThatIsGone_pausesAtOnceAndKeepsTheEvent() {
        DeliveryVerdict.Undelivered failed = failed(due("message.created", null, null), 410);

        assertThat(failed.pause()).isEqualTo(Webhook.Reason.GONE);
        assertThat(failed.again()).isTrue();
    }

    @Test
    void webhookThatFailsForADay_isPausedAndKeepsTheEvent() {
        Instant yesterday = NOW.minus(DAY);

        assertThat(failed(due("message.created", yesterday, yesterday), null).pause())
                .isEqualTo(Webhook.Reason.FAILING);
        assertThat(failed(due("message.created", yesterday, yesterday), null).again()).isTrue();
        assertThat(failed(due("message.created", yesterday, yesterday.plusMillis(1)), null).pause()).isNull();
    }

    @Test
    void singleEventThatFailsForADayAmongOthersThatArrive_isGivenUp() {
        DeliveryVerdict.Undelivered failed = failed(due("message.created", NOW.minus(DAY), NOW.minusSeconds(60)), 500);

        assertThat(failed.again()).isFalse();
        assertThat(failed.pause()).isNull();
    }

    @Test
    void failedTest_isOverAndSaysNothingAboutTheWebhook() {
        DeliveryVerdict.Undelivered failed = failed(due("webhook.test", null, NOW.minus(DAY)), 410);

        assertThat(failed).isEqualTo(new DeliveryVerdict.Undelivered(false, NOW, null, null));
    }

    @Test
    void waits_growToTheLongestAndAreNeverTheSame() {
        Random random = new Random(7);
        Backoff backoff = new Backoff(Duration.ofMinutes(5), random);

        for (int failures = 1; failures < 100; failures++) {
            Duration max = Duration.ofSeconds(Math.min(300, 5L << Math.min(failures - 1, 10)));
            assertThat(backoff.after(failures)).isPositive().isLessThanOrEqualTo(max);
        }
        assertThat(backoff.after(50)).isNotEqualTo(backoff.after(50));
    }
}
