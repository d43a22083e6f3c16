package dev.parley.model.health;

import java.util.Locale;

/** Problems with a lane that only a person can fix. */
public enum LaneAlarm {
    /** The server does not have the model any more. */
    GONE,
    /** The server has announced the model's end. */
    ENDING,
    KEY_REFUSED,
    QUOTA_SPENT,
    OTHER_MODEL,
    /** Every answer comes from another lane. */
    NO_ANSWERS;

    /** A stable code such as {@code gone} or {@code key_refused}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
