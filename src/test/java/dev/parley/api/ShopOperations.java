package dev.parley.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Every REST operation for shops, read from the classes themselves. */
final class ShopOperations {
    private ShopOperations() {}

    /**
     * An operation.
     *
     * @param scope that it needs; empty where none is asked for
     */
    record Operation(String method, String path, String scope, Method code) {
        String name() {
            return method + " " + path;
        }

        boolean writes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** Where two methods differ in their media types alone, both are here. */
    static List<Operation> all() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley.api").stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(type -> type.reflect())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .sorted(Comparator.comparing(Operation::name)).toList();
    }

    private static Stream<Operation> of(Class<?> type, Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Operation(verb.value(), path(type, method), scope(type, method), method));
    }

    private static String path(Class<?> type, Method method) {
        String base = type.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return own == null ? base : base + "/" + own.value();
    }

    private static String scope(Class<?> type, Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        RolesAllowed shared = type.getAnnotation(RolesAllowed.class);
        return Optional.ofNullable(own == null ? shared : own).map(needed -> needed.value()[0]).orElse("");
    }
}
