package dev.parley.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/** Writes with an `Idempotency-Key` are executed once. */
@InterceptorBinding
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    enum Repeat {
        /** Returns the first answer. */
        ANSWER,
        /** Executes again: the operation is idempotent by itself. */
        AGAIN,
        /** Refuses: the answer held a secret, which is not stored. */
        REFUSAL
    }

    @Nonbinding
    Repeat repeat() default Repeat.ANSWER;
}
