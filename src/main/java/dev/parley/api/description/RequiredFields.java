package dev.parley.api.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Marks fields that are always present: not `@Nullable`, or sent as null. */
final class RequiredFields {
    private final IndexView code;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    RequiredFields(IndexView code) {
        this.code = code;
        // The index may hold a class twice.
        Map<DotName, ClassInfo> found = new HashMap<>();
        code.getKnownClasses().stream().filter(ClassInfo::isRecord).forEach(each -> found.put(each.name(), each));
        found.values().forEach(
                each -> records.computeIfAbsent(schemaName(each), name -> new ArrayList<>()).add(each));
    }

    private static String schemaName(ClassInfo found) {
        AnnotationInstance schema = found
                .declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return schema != null && schema.value("name") != null ? schema.value("name").asString() : found.simpleName();
    }

    /** Of two records with one name, the one with these fields. */
    void mark(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<ClassInfo> found = records.getOrDefault(generic(name), List.of()).stream()
                .filter(each -> fields(each).keySet().containsAll(schema.getProperties().keySet())).toList();
        if (found.size() > 1) {
            throw new IllegalStateException("Give one of " + found + " a name of its own with @Schema(name = …)");
        }
        if (!found.isEmpty()) {
            Map<String, RecordComponentInfo> fields = fields(found.getFirst());
            Set<String> always = new TreeSet<>(
                    schema.getRequired() == null ? List.of() : schema.getRequired());
            schema.getProperties().forEach((field, type) -> {
                RecordComponentInfo component = fields.get(field);
                if (component != null && isNullable(component) && isSentAsNull(component)
                        && type.getType() != null && !saysNull(type)) {
                    type.addType(Schema.SchemaType.NULL);
                }
                if ((component != null && !isNullable(component)) || saysNull(type)) {
                    always.add(field);
                }
            });
            schema.setRequired(always.isEmpty() ? null : List.copyOf(always));
        }
    }

    private static boolean isSentAsNull(RecordComponentInfo field) {
        return field.declaringClass().declaredAnnotation(JsonInclude.class) == null;
    }

    private static boolean saysNull(Schema field) {
        return field.getType() != null && field.getType().contains(Schema.SchemaType.NULL);
    }

    private static boolean isNullable(RecordComponentInfo field) {
        return field.type().hasAnnotation(DotName.createSimple(Nullable.class));
    }

    /** `PageShopResponse` is a `Page`; a number distinguishes records with one name. */
    private static String generic(String name) {
        return name.startsWith("Page") ? "Page" : name.replaceFirst("\\d+$", "");
    }

    private Map<String, RecordComponentInfo> fields(ClassInfo found) {
        AnnotationInstance naming = found.declaredAnnotation(JsonNaming.class);
        Map<String, RecordComponentInfo> fields = new HashMap<>();
        for (RecordComponentInfo field : found.recordComponents()) {
            // These annotations are on the field, not the component.
            FieldInfo stored = found.field(field.name());
            if (stored.hasAnnotation(JsonUnwrapped.class)) {
                fields.putAll(fields(code.getClassByName(field.type().name())));
                continue;
            }
            AnnotationInstance own = stored.annotation(JsonProperty.class);
            String name = own != null && own.value() != null ? own.value().asString() : field.name();
            fields.put(own == null && naming != null ? SnakeCaseStrategy.INSTANCE.translate(name) : name, field);
        }
        return fields;
    }
}
