package dev.parley.language;

import java.util.Map;
import java.util.function.Function;

import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

record BundledSentences(Tenant shop, Function<Language, SentenceMessages> messages) implements ShopSentences {
    @Override
    public String say(Sentence sentence, @Nullable Language wanted, String value) {
        Language language = spoken(wanted);
        String text = text(sentence, language, value);
        boolean hinted = sentence == Sentence.NO_ANSWER && language.equals(own());
        return hinted ? text + " " + shop.settings().handoffHint() : text;
    }

    @Override
    public Language spoken(@Nullable Language wanted) {
        if (wanted != null && Sentences.SPOKEN.contains(wanted)) {
            return wanted;
        }
        Language own = own();
        return own != null && Sentences.SPOKEN.contains(own) ? own : Language.ENGLISH;
    }

    private @Nullable Language own() {
        return Language.of(shop.settings().locale());
    }

    private String text(Sentence sentence, Language language, String value) {
        String own = shop.settings().sentences().getOrDefault(language.code(), Map.of()).get(sentence.key());
        if (own == null) {
            return sentence.in(messages.apply(language), value);
        }
        String place = sentence.place();
        return place == null ? own : own.replace(place, value);
    }
}
