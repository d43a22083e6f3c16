package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The build's CycloneDX list without libraries that only the build uses, such as Quarkus' launcher for editors. */
final class ShippedComponents {
    private ShippedComponents() {}

    static void write(Path bom, ProgramFolder folder, Path to) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode list = json.readTree(bom.toFile());
        Set<String> shipped = folder.libraries().stream().map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        Set<String> gone = new HashSet<>();
        for (Iterator<JsonNode> each = list.path("components").iterator(); each.hasNext();) {
            JsonNode component = each.next();
            if (!shipped.contains(fileName(component))) {
                gone.add(component.path("bom-ref").asText());
                each.remove();
            }
        }
        removeAll(list.path("dependencies"), "ref", gone);
        list.path("dependencies").forEach(dependency -> removeAll(dependency.path("dependsOn"), "", gone));
        json.writerWithDefaultPrettyPrinter().writeValue(to.toFile(), list);
    }

    private static String fileName(JsonNode component) {
        return component.path("group").asText() + "." + component.path("name").asText() + "-"
                + component.path("version").asText() + ".jar";
    }

    /** @param field the field with the component's name; empty if the element itself is the name */
    private static void removeAll(JsonNode elements, String field, Set<String> gone) {
        for (Iterator<JsonNode> each = elements.iterator(); each.hasNext();) {
            JsonNode element = each.next();
            if (gone.contains((field.isEmpty() ? element : element.path(field)).asText())) {
                each.remove();
            }
        }
    }
}
