package dev.parley.model;

import java.util.List;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

/** OpenTelemetry for model calls, without content, by the conventions for generative AI. No-op without an SDK. */
final class Telemetry {
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    static final AttributeKey<String> ASKED = AttributeKey.stringKey("gen_ai.request.model");
    static final AttributeKey<Long> MAX_TOKENS = AttributeKey.longKey("gen_ai.request.max_tokens");
    static final AttributeKey<Double> TEMPERATURE = AttributeKey.doubleKey("gen_ai.request.temperature");
    static final AttributeKey<String> ANSWERED = AttributeKey.stringKey("gen_ai.response.model");
    static final AttributeKey<List<String>> FINISH = AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
    static final AttributeKey<Long> READ = AttributeKey.longKey("gen_ai.usage.input_tokens");
    static final AttributeKey<Long> WRITTEN = AttributeKey.longKey("gen_ai.usage.output_tokens");
    static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
    static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
    static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Tracer tracer;
    final DoubleHistogram duration;
    final LongHistogram tokens;

    Telemetry(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("dev.parley");
        duration = telemetry.getMeter("dev.parley").histogramBuilder("gen_ai.client.operation.duration").setUnit("s")
                .build();
        tokens = telemetry.getMeter("dev.parley").histogramBuilder("gen_ai.client.token.usage").setUnit("{token}")
                .ofLongs().build();
    }

    TracedAttempt begin(Lane lane, ChatRequest request) {
        AttributesBuilder about = Attributes.builder().put(OPERATION, "chat").put(PROVIDER, provider(lane))
                .put(ASKED, lane.model()).put(SERVER, lane.address().host()).put(PORT, lane.address().port());
        Span span = tracer.spanBuilder("chat " + lane.model()).setSpanKind(SpanKind.CLIENT).setNoParent()
                .setAllAttributes(about.build()).setAttribute(MAX_TOKENS, request.maxTokens()).startSpan();
        if (lane.dialect().temperature() != null) {
            span.setAttribute(TEMPERATURE, lane.dialect().temperature());
        }
        return new TracedAttempt(this, span, about, false);
    }

    TracedAttempt none() {
        return new TracedAttempt(this, Span.getInvalid(), Attributes.builder(), true);
    }

    private static String provider(Lane lane) {
        return switch (lane.kind()) {
            case LaneKind.OpenAi() -> "openai";
            case LaneKind.Azure azure -> "azure.ai.openai";
            // The vendor is unknown, but the protocol is OpenAI's.
            case LaneKind.Compatible() -> "openai";
        };
    }
}
