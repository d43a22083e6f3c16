package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractRulesTest {
    private static final String BEFORE = """
            {"paths":{"/things":{"post":{"parameters":[{"name":"limit","in":"query"}],
             "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Wish"}}}},
             "responses":{"200":{"content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"string"}}}}}}}}}},
             "components":{"schemas":{"Wish":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},
             "kind":{"type":"string","enum":["a","b"]}}}}}}""";

    private final ObjectMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"/things\"|\"/thing\"|post /things is gone",
            "\"post\":{|\"put\":{|post /things is gone",
            "\"limit\",\"in\"|\"most\",\"in\"|post /things no longer takes limit",
            "\"in\":\"query\"|\"in\":\"query\",\"required\":true|post /things now needs limit",
            "\"required\":[\"name\"]|\"required\":[\"name\",\"kind\"]|post /things body now needs \"kind\"",
            "[\"a\",\"b\"]|[\"a\"]|post /things body.kind no longer takes \"b\"",
            "\"id\":{\"type\":\"string\"}|\"key\":{\"type\":\"string\"}|post /things 200 has no field id any more",
            "\"id\":{\"type\":\"string\"}|\"id\":{\"type\":\"integer\"}|post /things 200.id was \"string\" and is \"integer\"",
            "\"200\"|\"201\"|post /things no longer answers 200"})
    void changeThatBreaksClients_isFound(String old, String fresh, String broken) throws IOException {
        assertThat(Contract.broken(json.readTree(BEFORE), json.readTree(BEFORE.replace(old, fresh)))).contains(broken);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"paths\":{|\"paths\":{\"/more\":{\"get\":{}},",
            "[\"a\",\"b\"]|[\"a\",\"b\",\"c\"]",
            "\"id\":{\"type\":\"string\"}|\"id\":{\"type\":\"string\"},\"more\":{\"type\":\"string\"}",
            "\"required\":[\"name\"]|\"required\":[]"})
    void changeThatAdds_isAccepted(String old, String fresh) throws IOException {
        assertThat(Contract.broken(json.readTree(BEFORE), json.readTree(BEFORE.replace(old, fresh)))).isEmpty();
    }
}
