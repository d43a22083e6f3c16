package dev.parley.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedComponentsTest {
    private static final String BOM = """
            {"bomFormat": "CycloneDX",
             "components": [
               {"bom-ref": "a", "group": "org.example", "name": "used", "version": "1"},
               {"bom-ref": "b", "group": "org.example", "name": "launcher", "version": "1"}],
             "dependencies": [
               {"ref": "a", "dependsOn": ["b"]},
               {"ref": "b", "dependsOn": []}]}""";

    @TempDir
    private Path directory;

    @Test
    void libraryThatOnlyTheBuildUses_isNotListed() throws IOException {
        ProgramFolder folder = new ProgramFolder(directory.resolve("parley"));
        Files.createFile(Files.createDirectories(folder.app().resolve("lib")).resolve("org.example.used-1.jar"));
        Path bom = Files.writeString(directory.resolve("bom.json"), BOM);

        ShippedComponents.write(bom, folder, directory.resolve("sbom.json"));

        JsonNode list = new ObjectMapper().readTree(directory.resolve("sbom.json").toFile());
        assertThat(list.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(list.path("components").findValuesAsText("name")).containsExactly("used");
        assertThat(list.path("dependencies").findValuesAsText("ref")).containsExactly("a");
        assertThat(list.path("dependencies").get(0).path("dependsOn")).isEmpty();
    }
}
