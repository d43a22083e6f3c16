package dev.parley.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"b":1,"a":" x "}          | {"a":"x","b":1}
            { "n" : "A-1\\n" }          | {"n":"A-1"}
            {"a":[" x",{"z":1,"y":2}]} | {"a":["x",{"y":2,"z":1}]}
            {"sum":12.5,"no":007.0}    | {"sum":12.5,"no":007.0}
            {"sum":12.5,"yes":true}    | {"sum":12.5,"yes":true}
            {"big":12345678901234567890} | {"big":12345678901234567890}
            {}                         | {}
            """)
    void sameArguments_haveOneSpelling(String written, String canonical) {
        assertThat(Arguments.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "[1]", "\"text\"", "{\"a\":", "null"})
    void whatIsNoObject_staysAsItIs(String written) {
        assertThat(Arguments.canonical(written)).isEqualTo(written);
    }
}
