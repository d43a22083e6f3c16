package dev.parley.api;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.RestOperation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The descriptions at `/q/openapi` and `/q/openapi-console` are complete, equal the published ones, and stay compatible
 * with them. After a compatible change, store them: `./mvnw test -Dtest=ContractTest -Dparley.contract=store`, then
 * `npm run types` in web-widget.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ContractTest {
    private static final String SHOP = "openapi";
    private static final String CONSOLE = "openapi-console";
    private static final String STORE = "-Dtest=ContractTest -Dparley.contract=store";

    private final ObjectMapper yaml = new YAMLMapper();

    @ParameterizedTest
    @CsvSource({SHOP, CONSOLE})
    void whatIsPublished_isKeptAndIsWhatIsServed(String document) throws IOException {
        Path published = Path.of("src/docs/" + document + ".yaml");
        String now = given().get("/q/" + document).asString();
        if ("store".equals(System.getProperty("parley.contract"))) {
            Files.writeString(published, now);
        }

        JsonNode before = yaml.readTree(published.toFile());

        assertThat(Contract.broken(before, yaml.readTree(now)))
                .as("Clients rely on %s. Keep what it says, or give the change a new path or field. Nothing relies on "
                        + "it yet? Then store it: %s", published, STORE)
                .isEmpty();
        assertThat(before).as("%s lacks what was added. Store it: %s, then `npm run types` in web-widget", published,
                STORE).isEqualTo(yaml.readTree(now));
    }

    private JsonNode description(String document) throws IOException {
        return yaml.readTree(given().get("/q/" + document).asString());
    }

    @ParameterizedTest
    @CsvSource({SHOP, CONSOLE})
    void everyOperation_isDescribed(String document) throws IOException {
        List<String> lacking = new ArrayList<>();

        operations(description(document)).forEach(
                (name, operation) -> words(operation).forEach(lack -> lacking.add(name + ": " + lack)));

        assertThat(lacking).as("@Operation, @APIResponse and @Parameter at its method give an operation its words; "
                + "what many take stands in api.description.Parameters").isEmpty();
    }

    @Test
    void everyOperationForShops_hasExamples() throws IOException {
        JsonNode description = description(SHOP);
        List<String> lacking = new ArrayList<>();

        operations(description).forEach((name, operation) -> examples(operation, description)
                .forEach(lack -> lacking.add(name + ": " + lack)));

        assertThat(lacking).as("@Schema(examples = …) at its record, or @Content(example = …) at its method").isEmpty();
    }

    private static Map<String, JsonNode> operations(JsonNode description) {
        Map<String, JsonNode> found = new TreeMap<>();
        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> found
                .put(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
        return found;
    }

    private static List<String> words(JsonNode operation) {
        List<String> lacks = new ArrayList<>();
        if (!operation.hasNonNull("operationId") || !operation.hasNonNull("summary")) {
            lacks.add("id or summary");
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

    private static List<String> examples(JsonNode operation, JsonNode description) {
        List<String> lacks = new ArrayList<>();
        // A free-form or empty body needs no example.
        boolean free = operation.path("operationId").asText().equals("closeConversation");
        if (operation.has("requestBody") && !free && !hasExample(operation.path("requestBody"), description)) {
            lacks.add("example of the body");
        }
        boolean success = operation.path("responses").properties().stream()
                .anyMatch(answer -> answer.getKey().equals("204")
                        || (answer.getKey().startsWith("2") && hasExample(answer.getValue(), description)));
        if (!success) {
            lacks.add("example of what it answers");
        }
        return lacks;
    }

    /** Its own example, or its schema's. */
    private static boolean hasExample(JsonNode part, JsonNode description) {
        return !part.findPath("example").isMissingNode() || !part.findPath("examples").isMissingNode()
                || part.findValuesAsText("$ref").stream()
                        .anyMatch(ref -> hasExample(description.at(ref.substring(1)), description));
    }

    /** The description names the role that a session needs, which must match the code. */
    @Test
    void everyOperationForSessionsToo_saysSo() throws IOException {
        Map<String, JsonNode> described = operations(description(SHOP));

        for (ShopOperations.Operation operation : ShopOperations.all()) {
            JsonNode words = described.getOrDefault(operation.name(), MissingNode.getInstance());
            assertThat(words.path("security").findValue("session") != null).as(operation.name())
                    .isEqualTo(!operation.role().isEmpty());
            assertThat(words.path("description").asText()).as(operation.name())
                    .contains(operation.role().isEmpty() ? "" : "session of the role `" + operation.role() + "`");
        }
    }

    @Test
    void everyOperationOfTheCode_isDescribedForThoseWhoUseIt() throws IOException {
        Set<String> forShops = operations(description(SHOP)).keySet();
        Set<String> forAgents = operations(description(CONSOLE)).keySet();

        assertThat(forShops).containsAll(ShopOperations.all().stream().map(ShopOperations.Operation::name).toList());
        assertThat(forShops).noneMatch(name -> name.contains("/v1/console/"));
        assertThat(forAgents).isEqualTo(
                RestOperation.in("dev.parley.console").stream().map(RestOperation::name).collect(toSet()));
    }
}
