package dev.parley.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** bin/parley with a Java that only says how it was called. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final String OF_25 = "25.0.3+9-LTS";
    private static final Instant PACKED = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path directory;
    private Path home;
    private final Map<String, String> environment = new HashMap<>();

    private record Ended(int code, String said) {}

    @BeforeEach
    void unpack() throws IOException {
        home = unpackInto(directory.resolve("parley"));
        environment.put("JAVA_HOME", java("jdk", OF_25, "Eclipse Adoptium").toString());
    }

    private static Path unpackInto(Path home) throws IOException {
        for (String file : List.of("bin/parley", "conf/jvm.options")) {
            Path to = home.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(Path.of("src/dist", file), to);
        }
        Files.setPosixFilePermissions(home.resolve("bin/parley"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path jar = Files.createFile(Files.createDirectories(home.resolve("app")).resolve("quarkus-run.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(PACKED));
        return home;
    }

    private Path java(String folder, String version, String vendor) throws IOException {
        Path java = directory.resolve(folder);
        Files.createDirectories(java.resolve("bin"));
        Files.writeString(java.resolve("release"),
                "IMPLEMENTOR=\"%s\"\nJAVA_RUNTIME_VERSION=\"%s\"\n".formatted(vendor, version));
        Path program = java.resolve("bin/java");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                  printf 'openjdk version "21.0.9"\\nOpenJDK Runtime Environment (build 21.0.9+10)\\n' >&2; exit
                fi
                for each; do printf '%s\\n' "<$each>"; done
                [ -z "${SAY_UMASK:-}" ] || umask
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return java;
    }

    private void cacheFor(String version, String vendor, Instant time) throws IOException {
        Files.createFile(home.resolve("app/parley.aot"));
        Files.writeString(home.resolve("app/parley.aot.for"),
                version + "\n" + vendor + "\n" + time.getEpochSecond() + "\n");
    }

    private Ended start(String... arguments) throws IOException, InterruptedException {
        return startBy(home.resolve("bin/parley"), arguments);
    }

    private Ended startBy(Path script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void javaOf25_getsDefaultsJarAndArguments() throws Exception {
        Ended ended = start("doctor", "two words", "*");

        assertThat(ended.code()).isZero();
        assertThat(ended.said().lines()).containsExactly("<-Xmx512m>", "<-Xms32m>", "<-XX:MaxNewSize=32m>",
                "<-XX:MinHeapFreeRatio=15>", "<-XX:MaxHeapFreeRatio=25>", "<-XX:TrimNativeHeapInterval=10000>",
                "<-XX:+UseSerialGC>", "<-XX:TieredStopAtLevel=1>", "<-XX:+UseCompactObjectHeaders>",
                "<-XX:+ExitOnOutOfMemoryError>", "<-jar>",
                "<" + home.toRealPath(LinkOption.NOFOLLOW_LINKS).resolve("app/quarkus-run.jar") + ">", "<doctor>",
                "<two words>", "<*>");
    }

    @Test
    void javaOf21_getsNoOptionThatItDoesNotKnow() throws Exception {
        environment.put("JAVA_HOME", java("jdk21", "21.0.9+10", "Debian").toString());
        cacheFor("21.0.9+10", "Debian", PACKED);

        assertThat(start().said()).contains("<-XX:+UseSerialGC>").doesNotContain("Compact", "AOT");
    }

    @Test
    void optionsOfTheOperator_comeAfterTheDefaults() throws Exception {
        environment.put("PARLEY_JAVA_OPTS", "-Xmx1g -Dparley.turn.settle=1s");

        assertThat(start().said()).containsSubsequence("<-Xmx512m>", "<-Xmx1g>\n<-Dparley.turn.settle=1s>", "<-jar>");
    }

    @Test
    void collectorOfTheOperator_replacesTheDefaultOne() throws Exception {
        environment.put("PARLEY_JAVA_OPTS", "-XX:+UseG1GC");

        assertThat(start().said()).contains("<-XX:+UseG1GC>").doesNotContain("Serial");
    }

    @Test
    void noJava_saysWhatToInstall() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("PATH", directory.toString());

        assertThat(start()).isEqualTo(new Ended(1,
                "parley: Java is missing. Install Java 25 (at least 21), or set JAVA_HOME to where it is.\n"));
    }

    @Test
    void javaOnThePath_isFound() throws Exception {
        environment.remove("JAVA_HOME");
        environment.put("PATH", directory.resolve("jdk/bin") + ":/usr/bin:/bin");

        assertThat(start().said()).contains("<-XX:+UseCompactObjectHeaders>");
    }

    @Test
    void javaHomeWithoutJava_isNamed() throws Exception {
        environment.put("JAVA_HOME", "/nowhere");

        assertThat(start()).isEqualTo(new Ended(1, "parley: JAVA_HOME is /nowhere, but there is no bin/java in it. "
                + "Correct it, or unset it to use the PATH.\n"));
    }

    @Test
    void javaOf17_isRefused() throws Exception {
        Path old = java("jdk17", "17.0.15+6-Debian", "Debian");
        environment.put("JAVA_HOME", old.toString());

        assertThat(start()).isEqualTo(new Ended(1, "parley: " + old + "/bin/java is Java 17.0.15+6-Debian. "
                + "Install Java 25 (at least 21), or set JAVA_HOME to it.\n"));
    }

    @Test
    void javaWithoutAReleaseFile_isAskedForItsVersion() throws Exception {
        Files.delete(directory.resolve("jdk/release"));

        assertThat(start().said()).contains("<-jar>").doesNotContain("Compact");
    }

    @Test
    void cacheOfThisJava_isUsedWithoutTheJvmsComplaints() throws Exception {
        cacheFor(OF_25, "Eclipse Adoptium", PACKED);

        assertThat(start().said()).contains("<-XX:AOTMode=auto>\n<-XX:AOTCache=" + home, "<-Xlog:aot*=off>",
                "<-XX:ArchiveRelocationMode=0>")
                .doesNotContain("slowly");
    }

    @Test
    void cacheOfAnotherJava_isLeftOut_andOneLineSaysSo() throws Exception {
        cacheFor("25.0.4+8", "Debian", PACKED);

        Ended ended = start();

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).startsWith("parley: Starts slowly: the start cache is for Java 25.0.4+8 of Debian, "
                + "but this is 25.0.3+9-LTS of Eclipse Adoptium.\n").doesNotContain("AOT");
    }

    @Test
    void filesCopiedWithoutTheirTimes_cacheIsLeftOut_andOneLineSaysSo() throws Exception {
        cacheFor(OF_25, "Eclipse Adoptium", PACKED.plusSeconds(1));

        assertThat(start().said()).startsWith("parley: Starts slowly: the start cache needs the files with the times")
                .doesNotContain("AOT");
    }

    @Test
    void cacheOfUnknownOrigin_isLeftOut() throws Exception {
        Files.createFile(home.resolve("app/parley.aot"));

        assertThat(start().said()).contains("<-jar>").doesNotContain("AOT", "parley.aot.for");
    }

    @Test
    void trainingRun_doesNotUseTheCacheThatItReplaces() throws Exception {
        cacheFor(OF_25, "Eclipse Adoptium", PACKED);
        environment.put("PARLEY_JAVA_OPTS", "-XX:AOTCacheOutput=new.aot");

        assertThat(start().said()).contains("<-XX:AOTCacheOutput=new.aot>").doesNotContain("AOTCache=");
    }

    @Test
    void filesThatTheServiceCreates_areForItsUserAlone() throws Exception {
        environment.put("SAY_UMASK", "yes");

        assertThat(start().said()).endsWith(">\n0077\n");
    }

    @Test
    void linkToTheScript_findsItsFolder() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("run"), Path.of("parley/bin/parley"));

        assertThat(startBy(link).said()).contains("parley/app/quarkus-run.jar>");
    }

    @Test
    void folderWithABlank_startsWithItsCache() throws Exception {
        home = unpackInto(directory.resolve("my chat"));
        cacheFor(OF_25, "Eclipse Adoptium", PACKED);

        assertThat(start().said()).contains("/my chat/app/parley.aot>", "/my chat/app/quarkus-run.jar>");
    }

    @Test
    void folderWithoutTheProgram_isNamed() throws Exception {
        Files.delete(home.resolve("app/quarkus-run.jar"));

        assertThat(start().said()).contains("app/quarkus-run.jar is missing. Unpack the archive again.");
    }
}
