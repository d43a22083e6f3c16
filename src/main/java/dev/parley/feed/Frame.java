package dev.parley.feed;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the service says on a socket or in an event stream: an object with its type first, then its fields that are not null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface Frame {
    /** As it is sent. */
    default String json() {
        return FrameJson.write(this);
    }
}
