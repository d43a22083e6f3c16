package dev.parley.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The files of src/dist: what they name must exist. */
class DistributionFilesTest {
    private static final Path DIST = Path.of("src/dist");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:Environment=|#)?([A-Z][A-Z_]+[A-Z])=");
    /** Read by bin/parley. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("JAVA_HOME", "PARLEY_JAVA_OPTS");
    private static final Pattern OWN_PATH = Pattern.compile("/opt/parley/([\\w./-]*\\w)");

    @Test
    void environment_namesOnlySettingsThatExist() throws IOException {
        String settings = Files.readString(Path.of("src/docs/settings.md")) + Files.readString(Path.of("README.md"));

        Set<String> named = variables("conf/parley.env");
        named.addAll(variables("systemd/parley.service"));

        assertThat(named).contains("PARLEY_DATA_DIR", "OPENAI_API_KEY", "PARLEY_JAVA_OPTS");
        named.removeAll(OF_THE_SCRIPT);
        assertThat(named).allSatisfy(name -> assertThat(settings).contains("`" + name + "`"));
    }

    @Test
    void script_readsTheVariablesThatTheEnvironmentFileNames() throws IOException {
        String script = Files.readString(DIST.resolve("bin/parley"));

        assertThat(OF_THE_SCRIPT).allSatisfy(name -> assertThat(script).contains("${" + name));
        assertThat(variables("conf/parley.env")).containsAll(OF_THE_SCRIPT);
    }

    @Test
    void environmentFile_setsNothingUntilSomebodyDoes() throws IOException {
        try (Stream<String> lines = Files.lines(DIST.resolve("conf/parley.env"))) {
            assertThat(lines).allMatch(line -> line.isEmpty() || line.startsWith("#"));
        }
    }

    @Test
    void unit_namesOnlyFilesOfTheArchive() throws IOException {
        assertThat(ownPaths("systemd/parley.service")).contains("bin/parley", "README.md")
                .allSatisfy(path -> assertThat(DIST.resolve(path)).exists());
    }

    @Test
    void readme_namesOnlyFilesOfTheArchive() throws IOException {
        assertThat(ownPaths("README.md")).contains("conf/parley.env", "systemd/parley.service")
                .allSatisfy(path -> assertThat(DIST.resolve(path)).exists());
        assertThat(Files.readAllLines(DIST.resolve("README.md"))).hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void unit_hasNoMoreRightsThanItNeeds() throws IOException {
        assertThat(Files.readAllLines(DIST.resolve("systemd/parley.service"))).contains("DynamicUser=yes",
                "StateDirectory=parley", "NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=",
                "KillMode=mixed", "SuccessExitStatus=143");
    }

    @Test
    void memoryOfTheUnit_holdsTheDefaultHeapAndTheRest() throws IOException {
        String options = Files.readString(DIST.resolve("conf/jvm.options"));
        String unit = Files.readString(DIST.resolve("systemd/parley.service"));

        assertThat(options).contains("\n-Xmx512m\n");
        assertThat(unit).contains("\nMemoryMax=1G\n");
    }

    /** {@link Trimming} leaves out the other encodings. */
    @Test
    void tokens_areCountedByOneEncoding() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).flatExtracting(file -> find(Pattern.compile("EncodingType\\.(\\w+)"),
                    Files.readString(file))).containsOnly("CL100K_BASE");
        }
    }

    @Test
    void profile_namesTheClassAndTheFilesThatExist() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));

        assertThat(build).contains("<argument>" + DistributionMain.class.getName() + "</argument>",
                "<descriptor>src/dist/assembly.xml</descriptor>", "bom-web.json</outputFile>");
        assertThat(Files.readString(DIST.resolve("assembly.xml")))
                .contains("<directory>${project.build.directory}/" + DistributionMain.ARCHIVE + "</directory>");
    }

    @Test
    void image_keepsTheClustersUser() throws IOException {
        assertThat(Files.readString(Path.of("k8s/base/deployment.yaml"))).contains("runAsUser: 10001",
                "runAsGroup: 10001");
        assertThat(ContainerImage.USER).isEqualTo("10001:10001");
    }

    private static Set<String> variables(String file) throws IOException {
        return find(VARIABLE, Files.readString(DIST.resolve(file)));
    }

    private static Set<String> ownPaths(String file) throws IOException {
        Set<String> paths = find(OWN_PATH, Files.readString(DIST.resolve(file)));
        paths.removeIf(path -> path.startsWith("parley-VERSION"));
        return paths;
    }

    private static Set<String> find(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher all = pattern.matcher(text); all.find();) {
            found.add(all.group(1));
        }
        return found;
    }
}
