package dev.parley.speech;

import dev.parley.model.ModelException;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.spend.Exceeded;

final class SpeechFailure {
    private SpeechFailure() {}

    static ParleyException notConfigured() {
        return new ParleyException(Kind.UNPROCESSABLE, "speech_not_configured",
                "No model is set up here that understands speech, or none that this shop may use.");
    }

    static ParleyException unaffordable(Exceeded limit) {
        return new ParleyException(Kind.UNPROCESSABLE, limit.code(),
                "The budget is used up, so that no model may hear this now. See the usage report.");
    }

    static ParleyException unpriced() {
        return new ParleyException(Kind.UNPROCESSABLE, "no_price",
                "Nobody has set a price for the speech model, so that it must not be asked.");
    }

    static ParleyException ledger() {
        return new ParleyException(Kind.UNAVAILABLE, "ledger_unavailable",
                "No money could be set aside for this. Try again.");
    }

    static ParleyException of(ModelException failure) {
        return switch (failure.kind()) {
            case BAD_REQUEST, REFUSED_BY_POLICY, CONTEXT_TOO_LONG -> new ParleyException(Kind.UNPROCESSABLE,
                    "audio_refused", "The speech model does not take this recording.");
            case TIMEOUT_FIRST_TOKEN, TIMEOUT_BETWEEN, TIMEOUT_TOTAL -> new ParleyException(Kind.UNAVAILABLE,
                    "speech_timeout", "The speech model did not answer in time. Try again.");
            case NOT_CONFIGURED, OUTSIDE_REGION -> notConfigured();
            case ADDRESS_REFUSED, RATE_LIMITED, QUOTA, CREDENTIALS, MODEL_NOT_FOUND, TRY_AGAIN, OVERLOADED,
                    SERVER_ERROR, CONNECTION, MALFORMED, INTERRUPTED, BREAKER_OPEN, BUSY ->
                new ParleyException(Kind.UNAVAILABLE, "speech_unavailable",
                        "The speech model does not answer now (" + failure.kind().code() + "). Try again later.");
        };
    }

    /** @param code why the chat model did not translate */
    static ParleyException untranslated(String code) {
        return new ParleyException(Kind.UNAVAILABLE, "translation_unavailable",
                "The recording was heard, but not translated (" + code + "). Try again, or ask for a transcription.");
    }
}
