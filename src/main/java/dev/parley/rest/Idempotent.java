package dev.parley.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/** Writes with an `Idempotency-Key` are done once, however often they are sent. */
@InterceptorBinding
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /** What a request that is sent again gets. */
    enum Repeat {
        /** The first one's answer. */
        ANSWER,
        /** It is done again, because that does nothing new: nothing of it needs to be kept. */
        AGAIN,
        /** A refusal: the answer held a secret, which we do not keep. */
        REFUSAL
    }

    @Nonbinding
    Repeat repeat() default Repeat.ANSWER;
}
