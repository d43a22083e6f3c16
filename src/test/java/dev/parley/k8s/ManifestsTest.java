package dev.parley.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;

/** Parses the manifests with the cluster's types, so that a misspelt field fails. */
class ManifestsTest {
    private static final Path MANIFESTS = Path.of("k8s");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Deployment deployment = read("base/deployment.yaml", Deployment.class);
    private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    private final Container parley = pod.getContainers().getFirst();

    @Test
    void manifests_haveNoFieldThatKubernetesDoesNotKnow() {
        assertThat(deployment.getAdditionalProperties()).isEmpty();
        assertThat(pod.getAdditionalProperties()).isEmpty();
        assertThat(pod.getSecurityContext().getAdditionalProperties()).isEmpty();
        assertThat(parley.getAdditionalProperties()).isEmpty();
        assertThat(parley.getSecurityContext().getAdditionalProperties()).isEmpty();
        assertThat(parley.getLifecycle().getPreStop().getAdditionalProperties()).isEmpty();
        assertThat(Stream.of(parley.getStartupProbe(), parley.getReadinessProbe(), parley.getLivenessProbe())
                .map(Probe::getAdditionalProperties))
                .allMatch(Map::isEmpty);
    }

    @Test
    void service_reachesThePortOfTheContainer() {
        ServicePort port = read("base/service.yaml", Service.class).getSpec().getPorts().getFirst();

        assertThat(port.getTargetPort().getStrVal()).isEqualTo(parley.getPorts().getFirst().getName())
                .isEqualTo("http");
        assertThat(parley.getPorts().getFirst().getContainerPort()).isEqualTo(8080);
    }

    @Test
    void serviceAndDeployment_chooseTheSamePods() {
        Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels).isNotEmpty();
        assertThat(read("base/service.yaml", Service.class).getSpec().getSelector()).isEqualTo(labels);
    }

    @Test
    void probes_askTheHealthPagesOnTheNamedPort() {
        assertThat(List.of(parley.getStartupProbe(), parley.getReadinessProbe(), parley.getLivenessProbe()))
                .extracting(probe -> probe.getHttpGet().getPath() + " " + probe.getHttpGet().getPort().getStrVal())
                .containsExactly("/q/health/started http", "/q/health/ready http", "/q/health/live http");
    }

    @Test
    void container_mayDoNothingThatItNeedNot() {
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThan(0);
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(parley.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(parley.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(parley.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(parley.getVolumeMounts()).extracting("mountPath").containsExactly("/tmp");
    }

    @Test
    void stopping_leavesTimeForBalancersAndForRunningAnswers() {
        long sleep = parley.getLifecycle().getPreStop().getSleep().getSeconds();

        assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(30);
        assertThat(pod.getTerminationGracePeriodSeconds() - sleep).isGreaterThanOrEqualTo(25);
    }

    @Test
    void memory_isLimitedAboveWhatIsAskedFor() {
        Quantity limit = parley.getResources().getLimits().get("memory");

        assertThat(limit.getNumericalAmount())
                .isGreaterThan(parley.getResources().getRequests().get("memory").getNumericalAmount());
    }

    @Test
    void settings_comeFromAConfigMapAndASecretThatTheOverlaysMake() throws IOException {
        assertThat(parley.getEnvFrom()).extracting(ManifestsTest::source).containsExactly("configMap parley",
                "secret parley");
        for (String overlay : List.of("small", "cluster")) {
            Map<?, ?> made = YAML.readValue(
                    Files.readString(MANIFESTS.resolve("overlays/" + overlay + "/kustomization.yaml")), Map.class);

            assertThat(made.get("configMapGenerator").toString()).as(overlay).contains("name=parley");
            assertThat(made.get("secretGenerator").toString()).as(overlay).contains("name=parley", "secrets.env");
        }
    }

    private static String source(EnvFromSource source) {
        return source.getSecretRef() == null
                ? "configMap " + source.getConfigMapRef().getName()
                : "secret " + source.getSecretRef().getName();
    }

    private static <T> T read(String file, Class<T> type) {
        try {
            return YAML.readValue(Files.readString(MANIFESTS.resolve(file)), type);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }
}
