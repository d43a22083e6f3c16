package dev.parley.platform;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import org.jspecify.annotations.Nullable;

public final class IdText extends JsonDeserializer<@Nullable String> {
    @Override
    public @Nullable String deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return in.getBigIntegerValue().toString();
        }
        return in.currentToken() == JsonToken.VALUE_STRING
                ? in.getText()
                : (String) context.handleUnexpectedToken(String.class, in);
    }
}
