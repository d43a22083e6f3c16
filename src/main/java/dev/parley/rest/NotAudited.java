package dev.parley.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A write that is deliberately not in the audit log. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NotAudited {
    String because();

    String IN_ITS_THREAD = "what is said stands in the conversation, which goes with its retention";
    String CHANGES_NOTHING = "it changes nothing";
}
