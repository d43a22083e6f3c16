package dev.parley.api;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The description's schemas, where the types alone do not say what is sent. */
final class ApiSchemas {
    static final String PROBLEM = "Problem";
    static final String OPEN_AI_ERROR = "OpenAiError";

    private ApiSchemas() {}

    static void complete(Components components) {
        components.getSchemas().values().forEach(ApiSchemas::settle);
        // How a stream is made is nobody's business.
        components.removeSchema("OutboundSseEvent");
        components.removeSchema("MediaType");
        components.removeSchema("JsonNode");
        components.removeSchema("JsonNodeType");
        components.addSchema(PROBLEM, problem());
        components.addSchema(OPEN_AI_ERROR, openAiError());
    }

    private static void settle(Schema schema) {
        Map<String, Schema> fields = schema.getProperties() == null ? Map.of() : schema.getProperties();
        if (fields.containsKey("attributes")) {
            schema.addProperty("attributes", anyObject("A JSON object of the shop's own."));
        }
        if (fields.containsKey("cards")) {
            schema.addProperty("cards", objects("What an action has shown, such as an order."));
        }
        if (fields.containsKey("rating_comment") && fields.containsKey("attachments")) {
            schema.addProperty("attachments", objects("Names, types and sizes of the files that came with it."));
            schema.addProperty("recording",
                    anyObject("What was spoken: id, seconds, language, until when it is kept."));
            schema.addProperty("translations", anyObject("What agents have read instead, by language."));
        }
        if (fields.containsKey("parameters") && fields.containsKey("customer_field")) {
            schema.addProperty("parameters", anyObject("A JSON Schema of the arguments that the model gives."));
        }
        if (fields.containsKey("role") && fields.containsKey("content")) {
            schema.addProperty("content", OASFactory.createSchema().description("A text, or its parts.")
                    .oneOf(List.of(OASFactory.createSchema().addType(Schema.SchemaType.STRING),
                            objects("Of these the texts are read."))));
        }
        if (fields.containsKey("stream_options")) {
            // Read only to be refused in words.
            schema.removeProperty("tools");
            schema.removeProperty("functions");
        }
        if (fields.containsKey("stream_options") && fields.containsKey("messages")) {
            // Programs send other things there as well, which are let pass.
            schema.addProperty("user", text("Your own id of the customer."));
            schema.addProperty("metadata", anyObject("`conversation` to go on in, or `chat_id`, the client's own."));
            schema.addProperty("chat_id", text("The client's own chat."));
            schema.addProperty("prompt_cache_key", text("Stands for the chat where nothing else does."));
            schema.addProperty("safety_identifier", text("Tells the chats of one person from another's."));
        }
        if (fields.containsKey("next_cursor")) {
            schema.addProperty("next_cursor", OASFactory.createSchema()
                    .type(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL))
                    .description("Where the next page begins; null at the end."));
        }
    }

    private static Schema objects(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).description(description)
                .items(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                        .additionalPropertiesSchema(OASFactory.createSchema()));
    }

    private static Schema anyObject(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema())
                .description(description);
    }

    private static Schema problem() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .description("A refusal (RFC 9457).")
                .required(List.of("type", "title", "status", "detail", "code", "request_id", "retryable"))
                .addProperty("type", text("Always `about:blank`."))
                .addProperty("title", text("The status in words."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("For people: what is wrong and what to do."))
                .addProperty("code", text("For programs; stable."))
                .addProperty("request_id", text("Finds the request in the log."))
                .addProperty("retryable", OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)
                        .description("Whether the same request may succeed later."))
                .addProperty("field",
                        text("What of the body is wrong, as a JSON pointer; absent where it is no one field."))
                .addProperty("errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY)
                        .description("All faults, where there are several; the first is the problem itself.")
                        .items(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                                .required(List.of("code", "detail"))
                                .addProperty("code", text("As above."))
                                .addProperty("detail", text("As above."))
                                .addProperty("field", text("As above."))));
    }

    private static Schema openAiError() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .description("A refusal in the shape that OpenAI's clients read.")
                .required(List.of("error"))
                .addProperty("error", OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                        .required(List.of("message", "type", "code"))
                        .addProperty("message", text("For people: what is wrong and what to do."))
                        .addProperty("type", text("The kind of refusal, as OpenAI names it."))
                        .addProperty("param", OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL))
                                .description("The field that is wrong, where it is one."))
                        .addProperty("code", text("For programs; stable.")));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
