package dev.parley.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

public final class FrameReader {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FrameReader() {}

    /** Fails with `bad_frame` unless it is one JSON object. */
    public static FrameFields read(String frame) {
        try {
            JsonNode fields = JSON.readTree(frame);
            if (fields != null && fields.isObject()) {
                return new FrameFields(fields, null);
            }
        } catch (JsonProcessingException notJson) {
            // Jackson's message may quote the client's text.
        }
        throw new RefusedFrameException("bad_frame", "A frame is one JSON object in one text message.", null);
    }
}
