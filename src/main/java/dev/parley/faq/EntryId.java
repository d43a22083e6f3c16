package dev.parley.faq;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import dev.parley.platform.Checked;
import org.jspecify.annotations.Nullable;

/**
 * What a file calls an entry.
 *
 * @param value null where it does not say; of another system's id always the same
 * @param isOurs whether it is one of Parley's
 */
record EntryId(@Nullable UUID value, boolean isOurs) {
    /** @param locale that the file says: other systems give an article and its translations one id */
    static EntryId of(@Nullable String text, @Nullable String locale) {
        if (text == null || text.isBlank()) {
            return new EntryId(null, false);
        }
        String plain = text.strip();
        UUID ours = Checked.uuid(plain).orElse(null);
        if (ours != null) {
            return new EntryId(ours, true);
        }
        String language = locale == null ? "" : Locale.forLanguageTag(locale.replace('_', '-')).toLanguageTag();
        byte[] name = ("faq " + plain + "\n" + language).getBytes(StandardCharsets.UTF_8);
        return new EntryId(UUID.nameUUIDFromBytes(name), false);
    }
}
