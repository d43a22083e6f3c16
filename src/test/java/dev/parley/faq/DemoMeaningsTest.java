package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.parley.embedding.LocalModel;
import dev.parley.embedding.SentenceModel;
import dev.parley.embedding.Vector;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.search.StoredMeaning;
import org.junit.jupiter.api.Test;

/** The vectors that ship with the demo shop's FAQ are those of its texts, by the models that we ship. */
class DemoMeaningsTest {
    private static final Path RENEWED = Path.of("target", "meanings.bin");
    /** Of so many entries one is embedded again. */
    private static final int SAMPLED = 10;
    /** Processors round a little differently. */
    private static final float SAME = 0.98f;

    private final Map<LocalModel, SentenceModel> models = new EnumMap<>(LocalModel.class);

    @Test
    void everyEntry_hasTheVectorsOfItsTexts() throws IOException {
        DemoMeanings shipped = DemoMeanings.shipped();
        List<FaqEntry> entries = entries();

        List<String> stale = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            FaqEntry entry = entries.get(i);
            StoredMeaning found = shipped.of(entry, reader(entry).fileName());
            if (found == null || (i % SAMPLED == 0 && !isLike(found.vectors(), embedded(entry).vectors()))) {
                stale.add(entry.question());
            }
        }

        if (!stale.isEmpty()) {
            try (OutputStream file = Files.newOutputStream(RENEWED)) {
                DemoMeanings.write(entries.stream().map(this::embedded).toList(), file);
            }
        }
        assertThat(stale)
                .as("texts or models have changed: copy %s to src/main/resources%s", RENEWED, DemoMeanings.FILE)
                .isEmpty();
    }

    @Test
    void otherTextsOrAnotherModel_haveNoVectors() {
        DemoMeanings shipped = DemoMeanings.shipped();
        FaqEntry entry = entries().getFirst();

        assertThat(shipped.of(entry, LocalModel.ENGLISH.fileName())).isNotNull();
        assertThat(shipped.of(entry, "text-embedding-3-small")).isNull();
        assertThat(shipped.of(entry, null)).isNull();
        assertThat(shipped.of(entry.withWordings(List.of("What does posting a parcel cost?")),
                LocalModel.ENGLISH.fileName())).isNull();
    }

    private static List<FaqEntry> entries() {
        return Stream.of("faq-en", "faq-zh").map(FaqSeed::file)
                .flatMap(file -> ReadFiles.read(FaqFormat.JSONL, file.getBytes(StandardCharsets.UTF_8)).changes()
                        .stream())
                .map(FaqChange::preview).toList();
    }

    private static LocalModel reader(FaqEntry entry) {
        return Objects.requireNonNull(LocalModels.ofLanguage(LocalModels.language(entry.locale())));
    }

    private StoredMeaning embedded(FaqEntry entry) {
        SentenceModel model = models.computeIfAbsent(reader(entry), SentenceModel::new);
        return StoredMeaning.of(entry, reader(entry).fileName(),
                StoredMeaning.texts(entry).stream().map(model::embed).toList());
    }

    private static boolean isLike(byte[] some, byte[] others) {
        return new Vector(some).cosine(new Vector(others)) > SAME;
    }
}
