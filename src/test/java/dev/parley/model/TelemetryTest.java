package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import dev.parley.testsupport.Reply;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private final ModelRig rig = new ModelRig("parameters.temperature", "0.2");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void answer_isASpanByTheConventions() {
        rig.upstream.next(Reply.answer("Thirty", " days").model("gpt-3.5-turbo-0125"));

        rig.ask();

        SpanData span = rig.spans.ended().getFirst();
        assertThat(span.getName()).isEqualTo("chat gpt-3.5-turbo");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getAttributes().get(Telemetry.OPERATION)).isEqualTo("chat");
        assertThat(span.getAttributes().get(Telemetry.PROVIDER)).isEqualTo("openai");
        assertThat(span.getAttributes().get(Telemetry.ASKED)).isEqualTo("gpt-3.5-turbo");
        assertThat(span.getAttributes().get(Telemetry.ANSWERED)).isEqualTo("gpt-3.5-turbo-0125");
        assertThat(span.getAttributes().get(Telemetry.MAX_TOKENS)).isEqualTo(400);
        assertThat(span.getAttributes().get(Telemetry.TEMPERATURE)).isEqualTo(0.2);
        assertThat(span.getAttributes().get(Telemetry.FINISH)).isEqualTo(List.of("stop"));
        assertThat(span.getAttributes().get(Telemetry.WRITTEN)).isEqualTo(2);
        assertThat(span.getAttributes().get(Telemetry.SERVER)).isEqualTo("127.0.0.1");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void everyAttempt_isASpanOfItsOwn_withoutAWordOfWhatWasSaid() {
        rig.upstream.next(Reply.error(500, "server_error", null), Reply.answer("Thirty"));

        rig.ask();

        assertThat(rig.spans.ended()).extracting(span -> String.valueOf(span.getAttributes().get(Telemetry.ERROR)))
                .containsExactly("server_error", "null");
        assertThat(rig.spans.ended()).allSatisfy(span -> assertThat(span.toString())
                .doesNotContain("Hello").doesNotContain("Thirty").doesNotContain("canary"));
    }

    @Test
    void answerThatNobodyWantsAnyMore_isSaidToBeCancelled() {
        rig.upstream.next(Reply.answer("Thirty").stallAfter(1));
        AssertSubscriber<ChatEvent> visitor = rig.model.answer(ModelRig.HELLO).subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().until(() -> visitor.getItems().size() == 2);

        visitor.cancel();

        await().until(() -> !rig.spans.ended().isEmpty());
        assertThat(rig.spans.ended()).singleElement()
                .satisfies(span -> assertThat(span.getAttributes().get(Telemetry.ERROR)).isEqualTo("cancelled"));
    }
}
