package dev.parley.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An image of a program with a few small files. */
@DisabledOnOs(OS.WINDOWS)
class ContainerImageTest {
    private static final Instant PACKED = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path directory;
    private final Map<String, TarArchiveEntry> files = new HashMap<>();
    private final Map<String, String> layers = new HashMap<>();
    private JsonNode config = new ObjectMapper().createObjectNode();

    @BeforeEach
    void write() throws IOException, InterruptedException {
        ProgramFolder program = new ProgramFolder(directory.resolve("program"));
        JavaHome java = new JavaHome(directory.resolve("java"));
        for (String file : List.of("program/bin/parley", "program/app/lib/main/a.jar", "program/app/quarkus-run.jar",
                "program/app/parley.aot", "program/systemd/parley.service", "java/lib/modules", "libc")) {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
            Files.setLastModifiedTime(path, FileTime.from(PACKED));
        }
        Files.setPosixFilePermissions(program.program(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path tar = directory.resolve("image.tar");
        ContainerImage.onScratch(java, Map.of("/lib/libc.so.6", directory.resolve("libc")),
                directory.resolve("passwd"), PACKED).write(program, "parley:test", tar);
        read(tar);
    }

    private void read(Path tar) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (TarArchiveInputStream image = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = image.getNextEntry(); entry != null; entry = image.getNextEntry()) {
                contents.put(entry.getName(), image.readAllBytes());
            }
        }
        JsonNode manifest = new ObjectMapper().readTree(contents.get("manifest.json")).get(0);
        config = new ObjectMapper().readTree(contents.get(manifest.get("Config").asText()));
        List<String> names = new ArrayList<>();
        config.get("history").forEach(layer -> names.add(layer.get("comment").asText()));
        for (JsonNode layer : manifest.get("Layers")) {
            readLayer(names.removeFirst(), new ByteArrayInputStream(contents.get(layer.asText())));
        }
    }

    private void readLayer(String name, InputStream layer) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(new GZIPInputStream(layer)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName(), entry);
                layers.put(entry.getName(), name);
            }
        }
    }

    @Test
    void container_runsTheScriptAsAUserWithoutRights() {
        JsonNode container = config.get("config");

        assertThat(container.get("User").asText()).isEqualTo("10001:10001");
        assertThat(container.get("Entrypoint")).hasSize(1).first().extracting(JsonNode::asText)
                .isEqualTo("/opt/parley/bin/parley");
        assertThat(container.get("Env").toString()).contains("JAVA_HOME=/opt/java", "PARLEY_DATA_DIR=/data");
        assertThat(container.get("ExposedPorts").toString()).contains("8080/tcp", "9000/tcp");
        assertThat(files.get("opt/parley/bin/parley").getMode() & 0777).isEqualTo(0755);
    }

    @Test
    void onlyDataAndTemporaryFolder_areWritable() {
        assertThat(files.get("data/").getLongUserId()).isEqualTo(10001);
        assertThat(files.get("data/").getMode() & 0777).isEqualTo(0700);
        assertThat(files.get("tmp/").getMode() & 0777).isEqualTo(0777);
        assertThat(files.values()).filteredOn(file -> !List.of("data/", "tmp/").contains(file.getName()))
                .allSatisfy(file -> {
                    assertThat(file.getLongUserId()).isZero();
                    assertThat(file.getMode() & 0022).isZero();
                });
    }

    @Test
    void filesThatTheStartCacheChecks_keepTheirTimes() {
        assertThat(List.of("opt/parley/app/lib/main/a.jar", "opt/parley/app/quarkus-run.jar",
                "opt/java/lib/modules")).allSatisfy(
                        file -> assertThat(files.get(file).getLastModifiedTime().toInstant()).isEqualTo(PACKED));
    }

    @Test
    void baseInAFile_keepsItsJava() throws IOException, InterruptedException {
        Path tar = directory.resolve("on-base.tar");

        ContainerImage.on("tar://" + directory.resolve("image.tar"), PACKED)
                .write(new ProgramFolder(directory.resolve("program")), "parley:test", tar);
        read(tar);

        assertThat(config.get("config").get("Env").toString()).contains("JAVA_HOME=/opt/java");
        assertThat(config.get("config").get("User").asText()).isEqualTo("10001:10001");
        assertThat(config.get("history").get(1).get("comment").asText()).isEqualTo("java");
    }

    @Test
    void whatChangesSeldom_hasLayersOfItsOwn() {
        assertThat(layers).containsEntry("lib/libc.so.6", "system").containsEntry("opt/java/lib/modules", "java")
                .containsEntry("opt/parley/app/lib/main/a.jar", "libraries")
                .containsEntry("opt/parley/app/quarkus-run.jar", "program")
                .containsEntry("opt/parley/app/parley.aot", "start cache")
                .doesNotContainKey("opt/parley/systemd/parley.service");
    }
}
