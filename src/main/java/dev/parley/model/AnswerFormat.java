package dev.parley.model;

/**
 * The JSON format of an answer ({@code response_format}). The prompt must ask for it, too, since some servers ignore
 * it.
 *
 * @param name letters, digits and {@code _}; servers use it in errors
 * @param schema strict: all properties required, no others
 * @param bySchema false: any JSON object ({@code json_object}), for servers without schema support
 */
public record AnswerFormat(String name, String schema, boolean bySchema) {
    public AnswerFormat(String name, String schema) {
        this(name, schema, true);
    }

    public AnswerFormat asObject() {
        return new AnswerFormat(name, schema, false);
    }
}
