package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDER = "{\"type\":\"object\",\"properties\":{\"number\":{\"type\":\"string\",\"maxLength\":5}},\"required\":[\"number\"]}";

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> faults(String arguments) {
        return ArgumentSchemas.faults(ArgumentSchemas.checked(json(ORDER), "customer_id"), json(arguments));
    }

    @Test
    void argumentsOfTheDeclaredShape_haveNoFaults() {
        assertThat(faults("{\"number\":\"A-7\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"number\":7}", "{\"number\":\"A-7777\"}", "[]", "\"A-7\"", "null",
            "{\"number\":\"A-7\",\"customer_id\":\"c-2\"}", "{\"number\":\"A-7\",\"admin\":true}"})
    void anythingElse_isAFault(String arguments) {
        assertThat(faults(arguments)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"type\":\"string\"}",
            "{\"type\":\"object\",\"properties\":{\"customer_id\":{\"type\":\"string\"}}}",
            "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"http://127.0.0.1:1/schema\"}}}",
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"(a+)+$\"}}}",
            "{\"type\":\"object\",\"$schema\":\"http://127.0.0.1:1/meta\"}"})
    void schemaThatCouldReachOutOrNameTheCustomer_isRefused(String schema) {
        assertThatThrownBy(() -> ArgumentSchemas.checked(json(schema), "customer_id"))
                .isInstanceOfSatisfying(ParleyException.class,
                        refused -> assertThat(refused.code()).isEqualTo("bad_tool"));
    }
}
