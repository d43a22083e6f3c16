package dev.parley.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import org.junit.jupiter.api.Test;

class LatestQuestionsTest {
    private static final String SAID = "My name is Ada Lovelace, where is order A-1?";
    private static final Vector VECTOR = Vector.of(new float[]{1, 0});

    private final AtomicLong nanos = new AtomicLong();
    private final LatestQuestions latest = new LatestQuestions(nanos::get);

    @Test
    void questionThatComesAgain_isKnown() {
        latest.keep(SAID, LocalModel.ENGLISH, VECTOR);

        assertThat(latest.find(SAID, LocalModel.ENGLISH)).isSameAs(VECTOR);
        assertThat(latest.find(SAID + " ", LocalModel.ENGLISH)).isNull();
    }

    @Test
    void wordsOfAVisitor_areNowhereInIt() throws IllegalAccessException {
        latest.keep(SAID, LocalModel.ENGLISH, VECTOR);

        for (Field field : LatestQuestions.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(latest);
            String shown = value instanceof Cache<?, ?> cache ? shown(cache.asMap()) : String.valueOf(value);
            assertThat(shown).doesNotContain("Ada");
        }
    }

    private static String shown(Map<?, ?> kept) {
        assertThat(kept).hasSize(1);
        return kept.toString();
    }

    @Test
    void question_isForgottenAfterAnHour() {
        latest.keep(SAID, LocalModel.ENGLISH, VECTOR);
        nanos.addAndGet(Duration.ofMinutes(61).toNanos());

        assertThat(latest.find(SAID, LocalModel.ENGLISH)).isNull();
    }
}
