package dev.parley.faq;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import dev.parley.faq.FaqEntry.Status;
import dev.parley.platform.ParleyException;
import dev.parley.platform.WebAddress;
import org.jspecify.annotations.Nullable;

/** Validates entries. Every refusal names the field and says what to do. */
final class FaqRules {
    static final int LONGEST_QUESTION = 500;
    static final int LONGEST_ANSWER = 20_000;
    static final int MAX_VARIANTS = 100;
    private static final int MAX_LABELS = 100;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_URL = 2_000;

    private FaqRules() {}

    static FaqContent check(FaqFields fields) {
        String question = text("question", fields.question(), LONGEST_QUESTION);
        if (question.isEmpty()) {
            throw ParleyException.field("question", "question_empty",
                    "is missing. Send 1 to 500 characters.");
        }
        Status status = status(fields.status());
        String answer = text("answer", fields.answer(), LONGEST_ANSWER);
        if (answer.isEmpty() && status == Status.PUBLISHED) {
            throw ParleyException.invalid("answer_empty",
                    "A published entry needs an answer. Fill the field `answer`, or send `\"status\": \"draft\"`.")
                    .at("/answer");
        }
        Instant from = time("valid_from", fields.validFrom(), 0);
        // The last day counts in full.
        Instant until = time("valid_until", fields.validUntil(), 1);
        if (from != null && until != null && !from.isBefore(until)) {
            throw ParleyException.invalid("bad_validity", "`valid_from` must be before `valid_until`.")
                    .at("/valid_until");
        }
        return new FaqContent(question, variants(fields.variants(), question), answer, locale(fields.locale()),
                labels("products", fields.products()), labels("tags", fields.tags()), url(fields.url()), status, from,
                until);
    }

    private static String text(String field, @Nullable String text, int longest) {
        String plain = text == null ? "" : text.strip();
        if (plain.codePointCount(0, plain.length()) > longest) {
            throw ParleyException.field(field, field + "_too_long",
                    "has more than %,d characters. Shorten it.".formatted(longest));
        }
        // PostgreSQL does not store NUL in text.
        if (plain.indexOf('\0') >= 0) {
            throw ParleyException.field(field, "bad_character",
                    "holds the character U+0000. Remove it.");
        }
        return plain;
    }

    private static List<String> variants(@Nullable List<@Nullable String> variants, String question) {
        List<String> clean = cleaned("variants", variants, LONGEST_QUESTION);
        if (clean.size() > MAX_VARIANTS) {
            throw ParleyException.field("variants", "too_many_variants",
                    "has more than 100 wordings. Keep the best.");
        }
        return clean.stream().filter(variant -> !variant.equals(question)).toList();
    }

    private static List<String> labels(String field, @Nullable List<@Nullable String> labels) {
        List<String> clean = cleaned(field, labels, LONGEST_LABEL);
        if (clean.size() > MAX_LABELS) {
            throw ParleyException.field(field, "too_many_" + field, "has more than 100 elements.");
        }
        return clean;
    }

    private static List<String> cleaned(String field, @Nullable List<@Nullable String> texts, int longest) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).map(text -> text(field, text, longest))
                        .filter(text -> !text.isEmpty()).distinct().toList();
    }

    private static String locale(@Nullable String locale) {
        String request = locale == null || locale.isBlank() ? "en" : locale.strip();
        try {
            Locale read = new Locale.Builder().setLanguageTag(request.replace('_', '-')).build();
            if (!read.getLanguage().isEmpty() && request.length() <= 35) {
                return read.toLanguageTag();
            }
        } catch (IllformedLocaleException notALocale) {
            // Falls through to the refusal.
        }
        throw ParleyException.field("locale", "bad_locale", "is a BCP 47 tag such as `en` or `zh-Hans`.");
    }

    private static @Nullable String url(@Nullable String url) {
        String plain = text("url", url, LONGEST_URL);
        if (plain.isEmpty()) {
            return null;
        }
        // Widgets render it as a link: `javascript:` must never pass.
        return WebAddress.tidy(plain).orElseThrow(() -> ParleyException.field("url", "bad_url",
                "is a whole address that begins with https:// or http://."));
    }

    private static Status status(@Nullable String status) {
        return switch (status == null ? "" : status.strip().toLowerCase(Locale.ROOT)) {
            case "", "published" -> Status.PUBLISHED;
            case "draft" -> Status.DRAFT;
            default -> throw ParleyException.field("status", "bad_status", "is `draft` or `published`.");
        };
    }

    /** @param days added to a date without a time */
    private static @Nullable Instant time(String field, @Nullable String time, int days) {
        if (time == null || time.isBlank()) {
            return null;
        }
        String plain = time.strip();
        try {
            Instant read = plain.length() == 10
                    ? LocalDate.parse(plain).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(plain).toInstant();
            int year = read.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1970 && year <= 9999) {
                return read;
            }
        } catch (DateTimeParseException notATime) {
            // Falls through to the refusal.
        }
        throw ParleyException.field(field, "bad_" + field,
                "is a time such as `2026-12-24T18:00:00Z` or a date such as `2026-12-24`.");
    }
}
