package dev.parley.faq;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import dev.parley.platform.Checked;
import org.jspecify.annotations.Nullable;

/** The id of an entry in an imported file; null without one. Another system's id always maps to the same UUID. */
record EntryId(@Nullable UUID value, boolean isOurs) {
    /** @param locale as given in the file; other systems use one id for an article and its translations */
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
