package dev.parley.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/**
 * The description at `/q/openapi` is whole, and keeps what src/docs/openapi.yaml has promised. What only adds to it is accepted; to publish
 * it, store it: `./mvnw test -Dtest=ContractTest -Dparley.contract=store`.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ContractTest {
    private static final Path PUBLISHED = Path.of("src/docs/openapi.yaml");

    @Test
    void whatIsPublished_isKept() throws IOException {
        String now = given().get("/q/openapi").asString();
        if ("store".equals(System.getProperty("parley.contract"))) {
            Files.writeString(PUBLISHED, now);
        }
        ObjectMapper yaml = new YAMLMapper();

        List<String> broken = Contract.broken(yaml.readTree(PUBLISHED.toFile()), yaml.readTree(now));

        assertThat(broken).as("Clients rely on src/docs/openapi.yaml. Keep what it says, or give the change a new "
                + "path or field. Nothing relies on it yet? Then store it: -Dtest=ContractTest -Dparley.contract=store")
                .isEmpty();
    }

    @Test
    void everyOperation_isDescribedWithExamples() throws IOException {
        JsonNode description = new YAMLMapper().readTree(given().get("/q/openapi").asString());
        List<String> lacking = new ArrayList<>();

        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            String name = method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
            lacks(method.getValue()).forEach(lack -> lacking.add(name + ": " + lack));
        }));

        assertThat(lacking).as("src/main/resources/openapi/operations.json gives each operation its words").isEmpty();
    }

    /** Which role a session needs is said beside the words, and must be what the code asks for. */
    @Test
    void everyOperationForSessionsToo_saysSo() throws IOException {
        JsonNode paths = new YAMLMapper().readTree(given().get("/q/openapi").asString()).path("paths");

        for (ShopOperations.Operation operation : ShopOperations.all()) {
            JsonNode described = paths.path(operation.path())
                    .path(operation.method().toLowerCase(java.util.Locale.ROOT));
            assertThat(described.path("security").findValue("session") != null).as(operation.name())
                    .isEqualTo(!operation.role().isEmpty());
            assertThat(described.path("description").asText()).as(operation.name())
                    .contains(operation.role().isEmpty() ? "" : "session of the role `" + operation.role() + "`");
        }
    }

    private static List<String> lacks(JsonNode operation) {
        List<String> lacks = new ArrayList<>();
        if (!operation.hasNonNull("operationId") || !operation.hasNonNull("summary")) {
            lacks.add("id or summary");
        }
        if (operation.has("requestBody") && !operation.findPath("requestBody").toString().contains("\"example\"")) {
            // A body of free form, such as none at all, needs none.
            boolean free = operation.path("operationId").asText().equals("closeConversation");
            if (!free) {
                lacks.add("example of the body");
            }
        }
        boolean success = operation.path("responses").properties().stream()
                .anyMatch(answer -> answer.getKey().equals("204")
                        || (answer.getKey().startsWith("2") && answer.getValue().toString().contains("\"example\"")));
        if (!success) {
            lacks.add("example of what it answers");
        }
        if (!operation.path("responses").has("400")) {
            lacks.add("problems");
        }
        operation.path("parameters").forEach(parameter -> {
            if (!parameter.hasNonNull("description")) {
                lacks.add("description of " + parameter.path("name").asText());
            }
        });
        return lacks;
    }

    @Test
    void everyOperationOfTheCode_isDescribed() throws IOException {
        JsonNode paths = new YAMLMapper().readTree(given().get("/q/openapi").asString()).path("paths");
        Set<String> described = new TreeSet<>();
        paths.properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(
                method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(described).containsAll(ShopOperations.all().stream().map(ShopOperations.Operation::name)
                .filter(name -> name.contains(" /v1/") || name.contains(" /openai/v1/")).collect(Collectors.toSet()));
        assertThat(described).noneMatch(name -> name.contains("/v1/console/"));
    }
}
