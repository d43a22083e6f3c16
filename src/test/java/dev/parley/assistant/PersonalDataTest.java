package dev.parley.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"where is my order, write to anna@example.org", "anna (at) example.org",
            "call me on +49 170 1234567", "where is order 10428", "wo ist Bestellung #1042", "parcel AB-12345 is late",
            "DE12 5001 0517 0648 4898 98 is my account", "ich wohne Lindenstraße 4", "12 Mill Road, Leeds",
            "my name is anna", "Ich heiße Jonas und warte", "je m'appelle Luc", "我叫王小明", "меня зовут Анна",
            "Herr Schmidt wartet", "my parcel is late, Anna Smith", "https://shop.example/orders/x?t=9", "nr. 4711",
            "٠١٢٣٤٥٦٧٨"})
    void whatMayNameAPerson_isTold(String text) {
        assertThat(PersonalData.mayBeIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"do you ship to norway?", "is size 42 true to size", "how long is the 2-year warranty",
            "Is the Trailwind 2 waterproof?", "Kann ich mit Klarna zahlen?", "what does the Karst 38 weigh",
            "配送需要多久？", "送料はいくらですか", "هل تشحنون إلى مصر؟", "Frauen Größen?", "czy pan może to sprawdzić",
            "how much is shipping over 100 €", "open on 24 December?"})
    void ordinaryQuestions_areNot(String text) {
        assertThat(PersonalData.mayBeIn(text)).isFalse();
    }
}
