package dev.parley.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overlays as kustomize builds them, with the templates as secrets. Needs kubectl on the PATH, but no cluster. */
class BuiltOverlaysTest {
    @TempDir
    private Path copy;

    @Test
    void small_isOneReplicaWithItsDataOnAVolume() throws Exception {
        List<JsonNode> built = build("small");
        StatefulSet parley = Manifests.typed(built, "StatefulSet", StatefulSet.class).getFirst();
        Container container = parley.getSpec().getTemplate().getSpec().getContainers().getFirst();

        assertThat(Manifests.ofKind(built, "Deployment")).isEmpty();
        assertThat(parley.getSpec().getReplicas()).isEqualTo(1);
        assertThat(parley.getSpec().getVolumeClaimTemplates()).extracting("metadata.name").containsExactly("data");
        assertThat(container.getVolumeMounts()).filteredOn("name", "data").extracting("mountPath")
                .containsExactly("/data");
        assertThat(container.getEnv()).filteredOn("name", "PARLEY_DATA_DIR").extracting("value")
                .containsExactly("/data");
        referencesResolve(built, parley.getSpec().getTemplate().getSpec());
    }

    @Test
    void cluster_hasNoVolumeAndFindsItsStores() throws Exception {
        List<JsonNode> built = build("cluster");
        PodSpec parley = Manifests.typed(built, "Deployment", Deployment.class).stream()
                .filter(each -> each.getMetadata().getName().equals("parley")).findFirst().orElseThrow().getSpec()
                .getTemplate().getSpec();
        JsonNode settings = Manifests.ofKind(built, "ConfigMap").getFirst().path("data");

        String postgres = Manifests.ofKind(built, "Cluster").getFirst().path("metadata").path("name").asText();
        assertThat(parley.getVolumes()).extracting("name").containsExactly("tmp", "postgres-ca");
        assertThat(parley.getVolumes().getLast().getSecret().getSecretName()).isEqualTo(postgres + "-ca");
        assertThat(settings.path("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS").asText())
                .isEqualTo(parley.getContainers().getFirst().getVolumeMounts().getLast().getMountPath() + "/ca.crt");
        assertThat(settings.path("QUARKUS_DATASOURCE_REACTIVE_URL").asText()).contains("//" + postgres + "-rw:5432/");
        assertThat(Manifests.ofKind(built, "Service")).extracting(each -> each.path("metadata").path("name").asText())
                .contains(settings.path("QUARKUS_REDIS_HOSTS").asText().replaceAll(".*/|:.*", ""));
        assertThat(parley.getTopologySpreadConstraints()).hasSize(2);
        referencesResolve(built, parley);
    }

    private static void referencesResolve(List<JsonNode> built, PodSpec pod) {
        Set<String> made = built.stream().map(each -> each.path("kind").asText() + " "
                + each.path("metadata").path("name").asText()).collect(Collectors.toSet());
        // Made by the operator.
        made.add("Secret parley-postgres-app");
        List<String> asked = new ArrayList<>();
        for (Container container : pod.getContainers()) {
            container.getEnvFrom().forEach(from -> asked.add(from.getSecretRef() == null
                    ? "ConfigMap " + from.getConfigMapRef().getName()
                    : "Secret " + from.getSecretRef().getName()));
            container.getEnv().stream().filter(each -> each.getValueFrom() != null)
                    .forEach(each -> asked.add("Secret " + each.getValueFrom().getSecretKeyRef().getName()));
        }

        assertThat(made).containsAll(asked);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(2);
    }

    private List<JsonNode> build(String overlay) throws Exception {
        String kubectl = onThePath("kubectl");
        if (kubectl == null) {
            System.err.println("SKIPPED: kubectl is not on the PATH, so the overlays in k8s/ are not built");
        }
        assumeThat(kubectl).as("kubectl on the PATH").isNotNull();
        copy(Manifests.FOLDER, copy);
        try (Stream<Path> templates = Files.list(copy.resolve("overlays/" + overlay))) {
            for (Path template : templates.filter(file -> file.toString().endsWith(".template")).toList()) {
                Files.copy(template, Path.of(template.toString().replaceFirst("\\.template$", "")));
            }
        }
        Process process = new ProcessBuilder(String.valueOf(kubectl), "kustomize",
                copy.resolve("overlays/" + overlay).toString()).redirectErrorStream(true).start();
        String built = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(built).isZero();
        return Manifests.read(built);
    }

    private static @Nullable String onThePath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program).toString();
            }
        }
        return null;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
