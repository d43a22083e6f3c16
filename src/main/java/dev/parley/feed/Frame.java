package dev.parley.feed;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A frame on a socket or in an event stream: an object with its type first and without null fields. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface Frame {
    default String json() {
        return FrameJson.write(this);
    }
}
