package dev.parley.model;

import java.util.Locale;

import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

final class TracedAttempt {
    private final Telemetry telemetry;
    private final Span span;
    private final AttributesBuilder about;
    private final long begunAt = System.nanoTime();
    private boolean over;

    TracedAttempt(Telemetry telemetry, Span span, AttributesBuilder about, boolean over) {
        this.telemetry = telemetry;
        this.span = span;
        this.about = about;
        this.over = over;
    }

    void answered(String model) {
        span.setAttribute(Telemetry.ANSWERED, model);
        about.put(Telemetry.ANSWERED, model);
    }

    void finished(ChatEvent.Finished finished) {
        span.setAttribute(Telemetry.FINISH, java.util.List.of(finished.reason().name().toLowerCase(Locale.ROOT)));
        Usage usage = finished.usage();
        if (usage != null) {
            span.setAttribute(Telemetry.READ, usage.promptTokens());
            span.setAttribute(Telemetry.WRITTEN, usage.completionTokens());
            telemetry.tokens.record(usage.promptTokens(),
                    about.build().toBuilder().put(Telemetry.TOKEN_TYPE, "input").build());
            telemetry.tokens.record(usage.completionTokens(),
                    about.build().toBuilder().put(Telemetry.TOKEN_TYPE, "output").build());
        }
        end();
    }

    /** @param error the kind, or {@code cancelled} */
    void failed(String error) {
        if (!over) {
            span.setStatus(StatusCode.ERROR).setAttribute(Telemetry.ERROR, error);
            about.put(Telemetry.ERROR, error);
            end();
        }
    }

    private void end() {
        if (!over) {
            over = true;
            span.end();
            telemetry.duration.record((System.nanoTime() - begunAt) / 1e9, about.build());
        }
    }
}
