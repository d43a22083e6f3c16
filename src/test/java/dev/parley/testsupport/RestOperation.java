package dev.parley.testsupport;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * A REST operation, read from the classes. Two methods that differ only in media type are two operations.
 *
 * @param needed one of these is required: in the console a role, elsewhere a scope and then, if sessions are accepted,
 * a role; empty if nothing is required
 */
public record RestOperation(String method, String path, List<String> needed, Method code) {
    /** Cached by packages, since reading the classes takes a second. */
    private static final Map<String, List<RestOperation>> READ = new ConcurrentHashMap<>();

    public String name() {
        return method + " " + path;
    }

    public static List<RestOperation> in(String packages) {
        return READ.computeIfAbsent(packages, RestOperation::read);
    }

    private static List<RestOperation> read(String packages) {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages).stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(type -> type.reflect())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .sorted(Comparator.comparing(RestOperation::name)).toList();
    }

    private static Stream<RestOperation> of(Class<?> type, Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .map(annotation -> annotation.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new RestOperation(verb.value(), path(type, method), needed(type, method), method));
    }

    private static String path(Class<?> type, Method method) {
        String base = type.getAnnotation(Path.class).value();
        Path own = method.getAnnotation(Path.class);
        return own == null ? base : base + "/" + own.value();
    }

    private static List<String> needed(Class<?> type, Method method) {
        RolesAllowed own = method.getAnnotation(RolesAllowed.class);
        if (own != null) {
            return List.of(own.value());
        }
        RolesAllowed shared = type.getAnnotation(RolesAllowed.class);
        boolean open = method.isAnnotationPresent(PermitAll.class);
        return open || shared == null ? List.of() : List.of(shared.value());
    }
}
