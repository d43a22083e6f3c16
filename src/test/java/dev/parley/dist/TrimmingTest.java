package dev.parley.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrimmingTest {
    private static final Platform LINUX = Platform.of("Linux", "amd64");

    @TempDir
    private Path directory;

    @Test
    void sealedPackages_areOpened() throws IOException {
        Path from = directory.resolve("org.tukaani.xz-1.11.jar");
        Manifest manifest = new Manifest(new ByteArrayInputStream(
                "Manifest-Version: 1.0\nSealed: true\nMulti-Release: true\n\n".getBytes(StandardCharsets.UTF_8)));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(from), manifest)) {
            jar.putNextEntry(new ZipEntry("org/tukaani/xz/A.class"));
        }

        new Trimming(LINUX).copy(from, directory.resolve("copy.jar"));

        try (JarFile jar = new JarFile(directory.resolve("copy.jar").toFile())) {
            assertThat(jar.getManifest().getMainAttributes())
                    .containsOnlyKeys(Attributes.Name.MANIFEST_VERSION, Attributes.Name.MULTI_RELEASE);
            assertThat(jar.getEntry("org/tukaani/xz/A.class")).isNotNull();
        }
    }

    private Map<String, String> trimmed(Platform platform, String library, String... entries) throws IOException {
        Path from = Files.createDirectories(directory.resolve("from")).resolve(library);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(from))) {
            for (String entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write(("content of " + entry).getBytes(StandardCharsets.UTF_8));
            }
        }
        new Trimming(platform).copy(from, directory.resolve(library));
        Map<String, String> left = new TreeMap<>();
        try (ZipFile jar = new ZipFile(directory.resolve(library).toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                left.put(entry.getName(),
                        new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return left;
    }

    @Test
    void nativeLibrariesOfOtherPlatforms_goAway() throws IOException {
        String[] entries = {"ai/onnxruntime/OrtSession.class", "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
                "ai/onnxruntime/native/win-x64/onnxruntime.pdb"};

        assertThat(trimmed(LINUX, "com.microsoft.onnxruntime.onnxruntime-1.20.0.jar", entries)).containsOnly(
                Map.entry(entries[0], "content of " + entries[0]), Map.entry(entries[1], "content of " + entries[1]));
        assertThat(trimmed(Platform.of("Mac OS X", "aarch64"), "com.microsoft.onnxruntime.onnxruntime-2.jar",
                "ai/onnxruntime/native/osx-aarch64/a", "ai/onnxruntime/native/osx-x64/a"))
                .containsOnlyKeys("ai/onnxruntime/native/osx-aarch64/a");
    }

    @Test
    void letterSequencesThatAreNotRead_goAway() throws IOException {
        assertThat(trimmed(LINUX, "com.github.pemistahl.lingua-1.2.2.jar", "language-models/de/unigrams.json",
                "language-models/de/trigrams.json", "language-models/de/quadrigrams.json",
                "language-models/de/fivegrams.json"))
                .containsOnlyKeys("language-models/de/trigrams.json", "language-models/de/unigrams.json");
    }

    @Test
    void signature_goesAway_andClassesStay() throws IOException {
        assertThat(trimmed(LINUX, "org.bouncycastle.bcprov-jdk18on-1.84.jar", "META-INF/MANIFEST.MF",
                "META-INF/BC2048KE.SF", "META-INF/BC2048KE.DSA", "org/bouncycastle/A.class"))
                .containsOnlyKeys("META-INF/MANIFEST.MF", "org/bouncycastle/A.class");
    }

    @Test
    void dataForSortingAndAmounts_goesAway() throws IOException {
        assertThat(trimmed(LINUX, "com.ibm.icu.icu4j-77.1.jar", "com/ibm/icu/impl/data/icudata/coll/de.res",
                "com/ibm/icu/impl/data/icudata/curr/de.res", "com/ibm/icu/impl/data/icudata/brkitr/char.brk",
                "com/ibm/icu/impl/data/icudata/de.res"))
                .containsOnlyKeys("com/ibm/icu/impl/data/icudata/brkitr/char.brk",
                        "com/ibm/icu/impl/data/icudata/de.res");
    }

    @Test
    void otherLibrary_isCopiedByteForByte() throws IOException {
        trimmed(LINUX, "org.example.other-1.jar", "ai/onnxruntime/native/win-x64/a", "META-INF/A.SF");

        assertThat(directory.resolve("org.example.other-1.jar"))
                .hasSameBinaryContentAs(directory.resolve("from/org.example.other-1.jar"));
    }
}
