package dev.parley.console;

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

/** Every REST operation of the console, read from the classes themselves. */
final class Operations {
    private Operations() {}

    /**
     * An operation.
     *
     * @param role that it needs; empty where nobody has to be signed in
     * @param action under which it stands in the audit log; empty where it does not
     */
    record Operation(String method, String path, Optional<String> role, Optional<String> action) {
        String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static List<Operation> all() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley.console").stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(type -> type.reflect())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .sorted(Comparator.comparing(Operation::name)).toList();
    }

    private static Stream<Operation> of(Class<?> type, Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Operation(verb.value(), path(type, method), role(type, method),
                        Optional.ofNullable(method.getAnnotation(Audited.class)).map(Audited::value)));
    }

    private static String path(Class<?> type, Method method) {
        String base = type.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return own == null ? base : base + "/" + own.value();
    }

    private static Optional<String> role(Class<?> type, Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        if (own != null) {
            return Optional.of(own.value()[0]);
        }
        boolean open = method.isAnnotationPresent(jakarta.annotation.security.PermitAll.class);
        RolesAllowed shared = type.getAnnotation(RolesAllowed.class);
        return open || shared == null ? Optional.empty() : Optional.of(shared.value()[0]);
    }
}
