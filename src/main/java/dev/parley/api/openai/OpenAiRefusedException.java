package dev.parley.api.openai;

import dev.parley.platform.ParleyException;

/** A refusal that names the parameter, as in OpenAI's errors. */
public final class OpenAiRefusedException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private final String param;

    public OpenAiRefusedException(Kind kind, String code, String detail, String param) {
        super(kind, code, detail);
        this.param = param;
    }

    static OpenAiRefusedException noConversation() {
        return new OpenAiRefusedException(Kind.NOT_FOUND, "conversation_not_found",
                "There is no such conversation. Check its id, or leave it out to begin another.",
                "metadata.conversation");
    }

    static OpenAiRefusedException noModel() {
        return new OpenAiRefusedException(Kind.NOT_FOUND, "model_not_found",
                "There is one model here, `parley`: the shop's own.", "model");
    }

    String param() {
        return param;
    }
}
