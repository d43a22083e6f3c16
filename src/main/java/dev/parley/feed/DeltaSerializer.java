package dev.parley.feed;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.parley.feed.ConversationFrame.AnswerDelta;

/** Hand-written because nearly every frame is a delta: Jackson's reflection costs a third of the time. */
final class DeltaSerializer extends StdSerializer<AnswerDelta> {
    private static final long serialVersionUID = 1L;
    private static final SerializedString TYPE = new SerializedString("type");
    private static final SerializedString DELTA = new SerializedString("answer.delta");
    private static final SerializedString ANSWER = new SerializedString("answer");
    private static final SerializedString ATTEMPT = new SerializedString("attempt");
    private static final SerializedString N = new SerializedString("n");
    private static final SerializedString TEXT = new SerializedString("text");
    private static final SerializedString CONVERSATION = new SerializedString("conversation");

    DeltaSerializer() {
        super(AnswerDelta.class);
    }

    @Override
    public void serialize(AnswerDelta delta, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        json.writeFieldName(TYPE);
        json.writeString(DELTA);
        json.writeFieldName(ANSWER);
        json.writeString(delta.answer().toString());
        json.writeFieldName(ATTEMPT);
        json.writeNumber(delta.attempt());
        json.writeFieldName(N);
        json.writeNumber(delta.n());
        json.writeFieldName(TEXT);
        json.writeString(delta.text());
        if (delta.conversation() != null) {
            json.writeFieldName(CONVERSATION);
            json.writeString(delta.conversation().toString());
        }
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(AnswerDelta delta, JsonGenerator json, SerializerProvider provider,
            TypeSerializer type) throws IOException {
        serialize(delta, json, provider);
    }
}
