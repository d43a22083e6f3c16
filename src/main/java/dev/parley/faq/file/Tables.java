package dev.parley.faq.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.faq.file.FaqFile.Parsed;
import dev.parley.faq.file.SheetReader.Sheet;
import dev.parley.faq.file.SheetReader.SheetRow;
import dev.parley.platform.ParleyException;

public final class Tables {
    /** Spreadsheets choose the separator by country; the first that fits wins. */
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Pattern SAID = Pattern.compile("\\A\"?(?i:sep)=(.)\"?[,;\t]*(\r\n|\r|\n|\\z)");
    /** Rows that may stand above the header, such as a title or a date. */
    private static final int ABOVE = 15;

    /** {@code row} is the header's number, or 0. {@code wrapped}: every line is quoted as a whole. */
    private record Found(FaqHeader header, char separator, int row, boolean wrapped) {}

    private Tables() {}

    static FaqFile.Rows read(String file) {
        Matcher said = SAID.matcher(file);
        boolean isSaid = said.find();
        String text = isSaid ? file.substring(said.end()) : file;
        char[] separators = isSaid ? new char[]{said.group(1).charAt(0)} : SEPARATORS;
        String doubled = SheetReader.doubled(text);
        Table table = Table.of(text, separators);
        if (!doubled.equals(text) && table.oddRows() > 0) {
            Table other = Table.of(doubled, separators);
            table = other.oddRows() < table.oddRows() ? other : table;
        }
        return rows(table.found(), table.sheet());
    }

    private record Table(Found found, Sheet sheet) {
        static Table of(String text, char... separators) {
            Found found = find(text, separators);
            return new Table(found, SheetReader.read(text, found.separator()));
        }

        /** Rows with a wrong number of cells, or with a cell that swallowed the next row. */
        int oddRows() {
            int width = found.header().columns().size();
            String swallowed = "\"" + found.separator() + "\"";
            return sheet.brokenAt() > 0
                    ? Integer.MAX_VALUE
                    : (int) sheet.rows().stream().filter(row -> row.number() > found.row() && !row.isBlank())
                            .map(row -> unwrapped(row, found).cells())
                            .filter(cells -> cells.size() != width
                                    || cells.stream().anyMatch(cell -> cell.contains(swallowed)))
                            .count();
        }
    }

    private static FaqFile.Rows rows(Found found, Sheet sheet) {
        List<FaqFile.Row> rows = new ArrayList<>();
        sheet.rows().stream().filter(row -> row.number() > found.row()).map(row -> unwrapped(row, found))
                .forEach(row -> take(row, found.header(), rows));
        if (sheet.brokenAt() > 0) {
            rows.add(FaqFile.refused(sheet.brokenAt(), "bad_csv",
                    "From this row on the file is not well-formed CSV; look for a quote that is not closed. The rest was not read."));
        }
        Set<String> ignored = new LinkedHashSet<>(found.header().ignored());
        return new FaqFile.Rows(rows, List.copyOf(ignored));
    }

    private static void take(SheetRow row, FaqHeader header, List<FaqFile.Row> rows) {
        if (!header.hasPlaceFor(row.cells())) {
            rows.add(FaqFile.refused(row.number(), "too_many_cells",
                    "The row has more cells than the first row has names. Put quotes around text that holds a separator."));
            return;
        }
        header.take(row.cells()).entries().forEach(entry -> rows.add(new Parsed(row.number(), entry)));
    }

    private static Found find(String text, char... separators) {
        List<Found> found = new ArrayList<>();
        for (boolean wrapped : new boolean[]{false, true}) {
            for (char separator : separators) {
                header(text, separator, wrapped).ifPresent(found::add);
            }
        }
        return found.stream().reduce((one, other) -> width(other) > width(one) ? other : one)
                .orElseThrow(() -> refusal(text, separators));
    }

    private static int width(Found found) {
        return (int) found.header().columns().stream().filter(Optional::isPresent).count();
    }

    private static Optional<Found> header(String text, char separator, boolean wrapped) {
        List<SheetRow> rows = SheetReader.first(text, separator, ABOVE);
        for (SheetRow row : rows) {
            List<String> cells = wrapped ? unwrapped(row, separator).cells() : row.cells();
            Optional<FaqHeader> header = wrapped && row.cells().size() > 1 ? Optional.empty() : FaqHeader.of(cells);
            if (header.isPresent()) {
                return header.map(names -> new Found(names, separator, row.number(), wrapped));
            }
        }
        return wrapped
                ? Optional.empty()
                : rows.stream().filter(row -> !row.isBlank()).findFirst()
                        .flatMap(row -> FaqHeader.none(row.cells()))
                        .map(names -> new Found(names, separator, 0, false));
    }

    private static SheetRow unwrapped(SheetRow row, Found found) {
        return found.wrapped() ? unwrapped(row, found.separator()) : row;
    }

    private static SheetRow unwrapped(SheetRow row, char separator) {
        if (row.cells().size() != 1) {
            return row;
        }
        List<SheetRow> inner = SheetReader.first(row.cells().getFirst(), separator, 1);
        return inner.isEmpty() ? row : new SheetRow(row.number(), inner.getFirst().cells());
    }

    private static ParleyException refusal(String text, char... separators) {
        return SheetReader.first(text, widest(text, separators), ABOVE).stream().filter(row -> !row.isBlank())
                .findFirst().map(row -> FaqHeader.missing(row.cells()))
                .orElseGet(() -> ParleyException.invalid("file_empty",
                        "The file has no rows. Its first row names the columns."));
    }

    private static char widest(String text, char... separators) {
        char widest = separators[0];
        long max = 0;
        for (char separator : separators) {
            long cells = SheetReader.first(text, separator, ABOVE).stream().mapToLong(row -> row.cells().size()).max()
                    .orElse(0);
            if (cells > max) {
                max = cells;
                widest = separator;
            }
        }
        return widest;
    }
}
