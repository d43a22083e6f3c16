package dev.parley.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that changes the shop: once it has succeeded, {@link AuditFilter} notes who did it under this name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
    /** What kind of change, such as {@code lanes.change}. */
    String value();
}
