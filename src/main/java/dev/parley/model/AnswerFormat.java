package dev.parley.model;

/**
 * The JSON that an answer is to be, for {@code response_format}. The prompt must ask for it, too: not every server takes one.
 *
 * @param name what the server calls it in its errors: letters, digits, {@code _}
 * @param schema JSON schema, as strict ones are: all properties required, no others
 * @param bySchema false: any JSON object ({@code json_object}), for servers that read no schema
 */
public record AnswerFormat(String name, String schema, boolean bySchema) {
    public AnswerFormat(String name, String schema) {
        this(name, schema, true);
    }

    public AnswerFormat asObject() {
        return new AnswerFormat(name, schema, false);
    }
}
