package dev.parley.platform;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Turns violated constraints of parameters and request records into one refusal that names them all. */
final class Violations {
    private static final Set<Class<?>> MISSING = Set.of(NotNull.class, NotBlank.class, NotEmpty.class);

    private Violations() {}

    /** {@code place} sorts faults in the order of the record's fields. */
    private record Found(String place, ParleyException refusal) {}

    /** {@code operation}: the method whose parameters were checked. */
    static ParleyException refusal(Collection<? extends ConstraintViolation<?>> violations, Method operation) {
        return ParleyException.all(violations.stream().map(violation -> found(violation, operation))
                .sorted(Comparator.comparing(Found::place)).map(Found::refusal).toList());
    }

    private static Found found(ConstraintViolation<?> violation, Method operation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        Parameter parameter = operation.getParameters()[index];
        String name = nameOf(parameter);
        if (name != null) {
            return new Found("%03d".formatted(index), ParleyException.invalid("bad_" + name,
                    "The parameter `" + name + "` " + violation.getMessage()));
        }
        if (nodes.size() == 2) {
            return new Found("%03d".formatted(index),
                    ParleyException.invalid("bad_json", "The body must be a JSON object."));
        }
        return inBody(violation, nodes.subList(2, nodes.size()), parameter.getParameterizedType());
    }

    private static @Nullable String nameOf(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return query != null ? query.value() : header == null ? null : header.value();
    }

    private static Found inBody(ConstraintViolation<?> violation, List<Path.Node> nodes, Type body) {
        StringBuilder field = new StringBuilder();
        StringBuilder place = new StringBuilder();
        String last = "";
        Type holder = body;
        for (Path.Node node : nodes) {
            if (node.getIndex() != null) {
                field.append('.').append(node.getIndex());
                holder = element(holder);
            } else if (node.getKey() != null) {
                field.append('.').append(node.getKey());
                holder = element(holder);
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                Class<?> type = raw(holder);
                List<RecordComponent> components = Arrays.asList(type.getRecordComponents());
                RecordComponent component = components.stream().filter(each -> each.getName().equals(node.getName()))
                        .findFirst().orElseThrow();
                last = type.isAnnotationPresent(JsonNaming.class)
                        ? SnakeCaseStrategy.INSTANCE.translate(component.getName())
                        : component.getName();
                field.append(field.isEmpty() ? "" : ".").append(last);
                place.append("%03d ".formatted(components.indexOf(component)));
                holder = component.getGenericType();
            }
        }
        boolean missing = MISSING.contains(violation.getConstraintDescriptor().getAnnotation().annotationType());
        return new Found("999 " + place + field, ParleyException.field(field.toString(),
                missing ? "field_missing" : "bad_" + last, violation.getMessage()));
    }

    /** The type of a list's entries or a map's values. */
    private static Type element(Type holder) {
        return holder instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[generic
                        .getActualTypeArguments().length - 1]
                : holder;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }
}
