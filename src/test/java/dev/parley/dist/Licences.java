package dev.parley.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Collects the licences and notices that libraries bring, each text once, and lists whose they are. */
final class Licences {
    private static final Pattern TEXT = Pattern.compile(
            "(META-INF/)?(licen[cs]es?/)?[\\w.-]*(LICEN[CS]E|NOTICES?|COPYING)[\\w.-]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TEXT = Pattern.compile(".*\\.(class|json|xml|html)", Pattern.CASE_INSENSITIVE);

    /** Files in the folder, by their text. */
    private final Map<String, String> files = new LinkedHashMap<>();
    /** Files of each library. */
    private final Map<String, List<String>> owners = new TreeMap<>();

    private Licences() {}

    static void collect(ProgramFolder folder, Path frontEnd) throws IOException {
        Licences licences = new Licences();
        for (Path library : folder.libraries()) {
            licences.addLibrary(library);
        }
        for (String name : dependencies(frontEnd)) {
            Path licence = frontEnd.resolve("node_modules").resolve(name).resolve("LICENSE");
            licences.add("web-widget: " + name, name + "-LICENSE", Files.readString(licence));
        }
        licences.write(Files.createDirectories(folder.root().resolve("licenses")));
    }

    /** Writes the licences that a CycloneDX list names, a line per component. */
    static void list(Path bom, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(bom.toFile()).path("components")) {
            List<String> names = new ArrayList<>();
            for (JsonNode each : component.path("licenses")) {
                JsonNode licence = each.path("license");
                names.add(licence.path("id").asText(licence.path("name").asText(each.path("expression").asText())));
            }
            lines.add(component.path("group").asText() + ":" + component.path("name").asText() + " "
                    + component.path("version").asText() + ": " + String.join(" or ", names));
        }
        Files.write(file, lines);
    }

    private static List<String> dependencies(Path frontEnd) throws IOException {
        List<String> names = new ArrayList<>();
        new ObjectMapper().readTree(frontEnd.resolve("package.json").toFile()).path("dependencies").fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private void addLibrary(Path library) throws IOException {
        String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
        try (ZipFile jar = new ZipFile(library.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (TEXT.matcher(entry.getName()).matches() && !NO_TEXT.matcher(entry.getName()).matches()
                        && !entry.isDirectory()) {
                    try (InputStream text = jar.getInputStream(entry)) {
                        add(name, name + "-" + entry.getName().substring(entry.getName().lastIndexOf('/') + 1),
                                new String(text.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private void add(String owner, String file, String text) {
        owners.computeIfAbsent(owner, none -> new ArrayList<>()).add(files.computeIfAbsent(text, none -> file));
    }

    private void write(Path folder) throws IOException {
        for (Map.Entry<String, String> text : files.entrySet()) {
            Files.writeString(folder.resolve(text.getValue()), text.getKey());
        }
        StringBuilder list = new StringBuilder("The texts that each library brings; several share one.\n\n");
        owners.forEach((owner, of) -> list.append(owner).append(": ").append(String.join(", ", of)).append('\n'));
        Files.writeString(folder.resolve("TEXTS"), list);
    }
}
