package dev.parley.api.description;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** {@code needed} is a role in the console, else a scope, followed by a role if a session will do. */
record RestMethod(String verb, String path, List<String> needed) {
    private static final List<Class<? extends Annotation>> VERBS = List.of(GET.class, POST.class, PUT.class,
            PATCH.class, DELETE.class);

    boolean writes() {
        return !verb.equals("GET");
    }

    /** By verb and path, such as `GET /v1/keys`. */
    static Map<String, RestMethod> all(IndexView code) {
        Map<String, RestMethod> found = new HashMap<>();
        for (AnnotationInstance base : code.getAnnotations(Path.class)) {
            if (base.target().kind() == AnnotationTarget.Kind.CLASS) {
                ClassInfo resource = base.target().asClass();
                resource.methods().forEach(method -> add(resource, base.value().asString(), method, found));
            }
        }
        return found;
    }

    private static void add(ClassInfo resource, String base, MethodInfo method, Map<String, RestMethod> found) {
        AnnotationInstance own = method.annotation(Path.class);
        String path = own == null ? base : base + "/" + own.value().asString();
        VERBS.stream().filter(verb -> method.hasAnnotation(verb)).map(Class::getSimpleName)
                .forEach(verb -> found.put(verb + " " + path, new RestMethod(verb, path, needed(resource, method))));
    }

    private static List<String> needed(ClassInfo resource, MethodInfo method) {
        AnnotationInstance own = method.annotation(RolesAllowed.class);
        if (own == null && method.hasAnnotation(PermitAll.class)) {
            return List.of();
        }
        AnnotationInstance needed = own == null ? resource.declaredAnnotation(RolesAllowed.class) : own;
        return needed == null ? List.of() : Arrays.asList(needed.value().asStringArray());
    }
}
