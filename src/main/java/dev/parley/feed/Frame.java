package dev.parley.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** What the service says on a socket or in an event stream: an object with its type first, then its fields that are not null. */
@JsonPropertyOrder("type")
public interface Frame {
    @JsonProperty("type")
    String type();

    /** As it is sent. */
    default String json() {
        return FrameJson.write(this);
    }
}
