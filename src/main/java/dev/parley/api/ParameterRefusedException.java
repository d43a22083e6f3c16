package dev.parley.api;

import dev.parley.platform.ParleyException;

/** A refusal that names the parameter, as in OpenAI's errors. */
public final class ParameterRefusedException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private final String param;

    public ParameterRefusedException(Kind kind, String code, String detail, String param) {
        super(kind, code, detail);
        this.param = param;
    }

    public static ParameterRefusedException noConversation() {
        return new ParameterRefusedException(Kind.NOT_FOUND, "conversation_not_found",
                "There is no such conversation. Check its id, or leave it out to begin another.",
                "metadata.conversation");
    }

    public static ParameterRefusedException noModel() {
        return new ParameterRefusedException(Kind.NOT_FOUND, "model_not_found",
                "There is one model here, `parley`: the shop's own.", "model");
    }

    public String param() {
        return param;
    }
}
