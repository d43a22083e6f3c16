package dev.parley.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation that changes the shop is called in its audit log; {@link KeyAuditFilter} notes it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AuditedAs {
    /** The same name as where an agent does it in the console, such as {@code lanes.change}. */
    String value();
}
