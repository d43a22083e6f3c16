package dev.parley.k8s;

import static dev.parley.k8s.Manifests.ofKind;
import static dev.parley.k8s.Manifests.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the overlays for one replica and for many add: every name in them is one that exists. */
class OverlaysTest {
    /** Read by the image's start script, not by the service. */
    private static final Set<String> OF_THE_IMAGE = Set.of("PARLEY_JAVA_OPTS");
    private static final Set<String> OF_VALKEY = Set.of("VALKEY_PASSWORD");
    /** Kubernetes' own, and the operator's for its pods. */
    private static final Set<Map<String, String>> PODS_OF_THE_OPERATOR = Set
            .of(Map.of("cnpg.io/cluster", "parley-postgres"));

    private static List<JsonNode> all = List.of();

    @BeforeAll
    static void read() throws IOException {
        all = Manifests.all();
    }

    @Test
    void everyEnvironmentName_isASetting() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path template : Manifests.files("secrets.env.template")) {
            names.addAll(Manifests.names(Files.readString(template)));
        }
        for (JsonNode made : ofKind(all, "Kustomization")) {
            made.path("configMapGenerator").forEach(map -> map.path("literals")
                    .forEach(literal -> names.addAll(Manifests.names(literal.asText()))));
        }
        all.forEach(node -> Manifests.walk(node, each -> {
            if (each.path("name").asText().matches("[A-Z][A-Z0-9_]+") && (each.has("value") || each.has("valueFrom"))) {
                names.add(each.path("name").asText());
            }
        }));
        names.removeAll(OF_THE_IMAGE);
        names.removeAll(OF_VALKEY);

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(Manifests.settings()).containsAll(names);
    }

    @Test
    void everySecretAndItsKey_isMadeByTheOverlayOrTheOperator() throws IOException {
        Map<String, List<String>> made = Map.of(
                "parley", Manifests.names(text("overlays/cluster/secrets.env.template")),
                "parley-postgres-service", Manifests.names(text("overlays/cluster/postgres.env.template")),
                ofKind(all, "Cluster").getFirst().path("metadata").path("name").asText() + "-app",
                List.of("username", "password"));
        List<JsonNode> asked = new ArrayList<>();
        all.forEach(node -> Manifests.walk(node, each -> asked.addAll(each.findValues("secretKeyRef"))));

        assertThat(asked).isNotEmpty().allSatisfy(
                each -> assertThat(made.getOrDefault(each.path("name").asText(), List.of()))
                        .contains(each.path("key").asText()));
    }

    @Test
    void everySelector_findsPods() throws IOException {
        Set<Map<String, String>> pods = new HashSet<>(PODS_OF_THE_OPERATOR);
        for (JsonNode deployment : ofKind(all, "Deployment")) {
            pods.add(labels(deployment.at("/spec/template/metadata/labels")));
        }
        List<Map<String, String>> chosen = new ArrayList<>();
        for (Service each : typed(all, "Service", Service.class)) {
            chosen.add(each.getSpec().getSelector());
        }
        for (PodDisruptionBudget each : typed(all, "PodDisruptionBudget", PodDisruptionBudget.class)) {
            chosen.add(each.getSpec().getSelector().getMatchLabels());
        }
        all.forEach(node -> Manifests.walk(node, each -> Stream.of("podSelector", "labelSelector")
                .filter(name -> each.path(name).has("matchLabels"))
                .forEach(name -> chosen.add(labels(each.path(name).path("matchLabels"))))));

        assertThat(chosen).hasSizeGreaterThan(10);
        assertThat(pods).containsAll(chosen);
    }

    @Test
    void networkPolicies_allowThePortsThatAreUsed() throws IOException {
        List<NetworkPolicy> policies = typed(all, "NetworkPolicy", NetworkPolicy.class);

        assertThat(
                policies.stream().flatMap(each -> Stream.ofNullable(each.getSpec().getEgress()).flatMap(List::stream))
                        .flatMap(rule -> rule.getPorts().stream()).map(OverlaysTest::port))
                .contains("53", "443", "587", "5432", "6379");
        assertThat(policies.stream()
                .flatMap(each -> Stream.ofNullable(each.getSpec().getIngress()).flatMap(List::stream))
                .flatMap(rule -> rule.getPorts().stream()).map(OverlaysTest::port))
                .contains("http", "management", "5432", "6379");
        assertThat(policies).extracting(each -> each.getMetadata().getName()).contains("deny-all");
    }

    @Test
    void autoscaler_changesTheDeploymentByAFigureThatParleyExports() throws IOException {
        HorizontalPodAutoscaler scaler = typed(all, "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class)
                .getFirst();
        String metric = scaler.getSpec().getMetrics().getLast().getPods().getMetric().getName();

        assertThat(scaler.getSpec().getScaleTargetRef().getKind() + " "
                + scaler.getSpec().getScaleTargetRef().getName()).isEqualTo("Deployment parley");
        assertThat(scaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(3);
        assertThat(scaler.getSpec().getBehavior().getScaleDown().getStabilizationWindowSeconds())
                .isGreaterThan(scaler.getSpec().getBehavior().getScaleUp().getStabilizationWindowSeconds());
        assertThat(Files.readString(Path.of("src/main/java/dev/parley/widget/VisitorSocket.java")))
                .contains("\"" + metric.replace('_', '.') + "\"");
    }

    @Test
    void ingress_leadsToTheServiceAndKeepsSocketsOpen() throws IOException {
        Ingress ingress = typed(all, "Ingress", Ingress.class).getFirst();
        var backend = ingress.getSpec().getRules().getFirst().getHttp().getPaths().getFirst().getBackend().getService();
        Service service = typed(all, "Service", Service.class).stream()
                .filter(each -> each.getMetadata().getName().equals(backend.getName())).findFirst().orElseThrow();

        assertThat(service.getSpec().getPorts()).extracting("name").contains(backend.getPort().getName());
        assertThat(ingress.getMetadata().getAnnotations())
                .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "3600")
                .containsEntry("nginx.ingress.kubernetes.io/proxy-buffering", "off");
    }

    @Test
    void namespace_refusesPodsThatCouldDoMoreThanTheyNeed() {
        assertThat(labels(ofKind(all, "Namespace").getFirst().at("/metadata/labels")))
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    private static String port(NetworkPolicyPort port) {
        return port.getPort().getStrVal() == null
                ? port.getPort().getIntVal().toString()
                : port.getPort().getStrVal();
    }

    private static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new HashMap<>();
        node.properties().forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
        return labels;
    }

    private static String text(String file) throws IOException {
        return Files.readString(Manifests.FOLDER.resolve(file));
    }
}
