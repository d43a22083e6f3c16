package dev.parley.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/** Marks an operation that changes the shop: once it has succeeded, {@link AuditFilter} notes who did it under this name. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Audited {
    /** What kind of change, such as {@code lanes.change}. */
    String value() default "";
}
