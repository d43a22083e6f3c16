package dev.parley.model.health;

import java.util.Locale;

/** Trouble with a lane that only a person can mend. */
public enum LaneAlarm {
    /** The server does not have the model, or not any more. */
    GONE,
    /** The server has set a day on which the model ends. */
    ENDING, KEY_REFUSED, QUOTA_SPENT,
    /** A pinned snapshot is answered by another model. */
    OTHER_MODEL,
    /** It refuses whatever is asked, or answers nothing: every answer comes from somewhere else. */
    NO_ANSWERS;

    /** The stable code: {@code gone}, {@code key_refused} … */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
