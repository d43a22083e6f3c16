package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.desk.Excerpt.Mark;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void markedWords_areToldAsPlacesInThePlainText() {
        Excerpt excerpt = Excerpt.of("My \ue000parcel\ue001 is \ue002b\ue003lost\ue002/b\ue003, \ue000parcel\ue001!");

        assertThat(excerpt.text()).isEqualTo("My parcel is <b>lost</b>, parcel!");
        assertThat(excerpt.marks()).containsExactly(new Mark(3, 9), new Mark(26, 32));
    }

    @Test
    void marksWithoutTheirOtherHalf_areLeftOut() {
        assertThat(Excerpt.of("a\ue001b\ue000c")).isEqualTo(new Excerpt("abc", java.util.List.of()));
    }
}
