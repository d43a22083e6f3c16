package dev.parley.faq.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.parley.faq.FaqExport;
import dev.parley.faq.file.EntryField.Named;
import dev.parley.platform.ParleyException;

/**
 * Maps the columns of a table to fields by the names in its first row: Parley's names, or those of other systems.
 * Unknown columns are empty, and reported as {@code ignored}. If all names are Parley's ({@code own}), cells have the
 * format of {@link FaqExport}; else they use the words of {@code dialect}.
 */
record FaqHeader(List<Optional<Named>> columns, boolean own, ShopSystem dialect, List<String> ignored) {
    static final Set<String> LET_PASS = Set.of("created_at", "updated_at");
    private static final Pattern QUESTION = Pattern.compile(".*[?？؟;]\\s*", Pattern.DOTALL);
    /** A text written as a formula, to keep a spreadsheet from reading it as a number. */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

    /** Empty without a question column or an answer column. */
    static Optional<FaqHeader> of(List<String> cells) {
        List<Optional<Named>> columns = new ArrayList<>(cells.stream().map(EntryField::of).toList());
        boolean asks = columns.stream().flatMap(Optional::stream).anyMatch(is(EntryField.QUESTION));
        columns.replaceAll(column -> column.map(named -> named.field() != EntryField.TOPIC
                ? named
                : named.as(asks ? EntryField.TAGS : EntryField.QUESTION)));
        List<Named> known = columns.stream().flatMap(Optional::stream).toList();
        boolean complete = known.stream().anyMatch(is(EntryField.QUESTION))
                && (known.stream().anyMatch(is(EntryField.ANSWER)) || known.stream().anyMatch(is(EntryField.STATUS)));
        List<String> ignored = IntStream.range(0, cells.size())
                .filter(i -> columns.get(i).isEmpty() && !cells.get(i).isBlank() && !isLetPass(cells.get(i)))
                .mapToObj(i -> shortened(cells.get(i).strip())).toList();
        return complete
                ? Optional.of(new FaqHeader(columns, isOwn(cells), ShopSystem.of(cells), ignored))
                : Optional.empty();
    }

    private static java.util.function.Predicate<Named> is(EntryField field) {
        return named -> named.field() == field;
    }

    private static boolean isOwn(List<String> cells) {
        return cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .allMatch(name -> name.isEmpty() || FaqFile.COLUMNS.contains(name) || LET_PASS.contains(name));
    }

    private static boolean isLetPass(String cell) {
        return LET_PASS.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 40
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 40)) + "…";
    }

    /** For a table of two columns without a header. */
    static Optional<FaqHeader> none(List<String> first) {
        List<String> filled = first.stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() == 2 && QUESTION.matcher(filled.getFirst()).matches()
                && first.getFirst().equals(filled.getFirst()) && first.get(1).equals(filled.get(1))
                        ? of(List.of("question", "answer"))
                        : Optional.empty();
    }

    static ParleyException missing(List<String> cells) {
        boolean asks = cells.stream().map(EntryField::of).flatMap(Optional::stream).anyMatch(
                named -> named.field() == EntryField.QUESTION || named.field() == EntryField.TOPIC);
        return ParleyException.invalid("missing_column",
                "The first row names no column `%s`; it names: %s. Name one `question` and one `answer`."
                        .formatted(asks ? "answer" : "question", String.join(", ",
                                cells.stream().limit(20).map(cell -> "`" + shortened(cell.strip()) + "`").toList())));
    }

    boolean hasPlaceFor(List<String> cells) {
        return cells.stream().skip(columns.size()).allMatch(cell -> GatheredEntry.trimmed(cell).isEmpty());
    }

    GatheredEntry take(List<String> cells) {
        GatheredEntry entry = new GatheredEntry();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String cell = own ? text(cells.get(i)) : LiteralLines.ended(text(cells.get(i)));
            columns.get(i).ifPresent(named -> take(entry, named, cell));
        }
        return entry;
    }

    private static String text(String cell) {
        String plain = Formulas.restore(cell);
        java.util.regex.Matcher formula = TEXT_FORMULA.matcher(plain);
        return formula.matches() ? formula.group(1).replace("\"\"", "\"") : plain;
    }

    private void take(GatheredEntry entry, Named named, String cell) {
        if (named.field().isList()) {
            entry.put(named, split(named.field(), cell, own));
        } else if (named.field() != EntryField.URL) {
            entry.put(named, List.of(dialect.read(named, cell)));
        } else {
            FileAddress.of(cell).ifPresent(address -> entry.put(named, List.of(address)));
        }
    }

    /** Other systems also put commas between labels, never between questions. */
    static List<String> split(EntryField field, String cell, boolean own) {
        String separators = own ? "[|\r\n]" : field == EntryField.VARIANTS ? "[|;\r\n]" : "[|,;\r\n]";
        return Arrays.stream(cell.split(separators, -1)).map(GatheredEntry::trimmed).filter(part -> !part.isEmpty())
                .toList();
    }
}
