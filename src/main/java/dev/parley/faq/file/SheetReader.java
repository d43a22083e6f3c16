package dev.parley.faq.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parses a table (RFC 4180) leniently: any line ending, stray quotes, line breaks in quoted cells. */
final class SheetReader {
    /** @param number as a spreadsheet counts, from 1, blank rows included */
    record SheetRow(int number, List<String> cells) {
        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** @param brokenAt the row with an unclosed quote, which swallows the rest; 0 if none */
    record Sheet(List<SheetRow> rows, int brokenAt) {}

    private static final Pattern ESCAPED = Pattern.compile("\\\\\"[\\p{L}\\p{N}]");
    private static final Pattern DOUBLED = Pattern.compile("[^,;\t|\r\n\"\\\\]\"\"[^,;\t|\r\n\"]");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    private final String text;
    private final char separator;
    private final List<SheetRow> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;

    private SheetReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Databases escape quotes with backslashes; nothing else explains one in the middle of a word. */
    static String doubled(String text) {
        return text.contains("\\\"") && ESCAPED.matcher(text).find() && !DOUBLED.matcher(text).find()
                ? ESCAPE.matcher(text).replaceAll(found -> found.group(1).equals("\"") ? "\"\"" : "\\\\")
                : text;
    }

    static Sheet read(String text, char separator) {
        SheetReader reader = new SheetReader(text, separator);
        int brokenAt = reader.readAll(Integer.MAX_VALUE);
        return new Sheet(reader.rows, brokenAt);
    }

    static List<SheetRow> first(String text, char separator, int max) {
        SheetReader reader = new SheetReader(text, separator);
        reader.readAll(max);
        return reader.rows;
    }

    private int readAll(int max) {
        while (at < text.length() && rows.size() < max) {
            if (!cell()) {
                return rows.size() + 1;
            }
            if (at >= text.length() || text.charAt(at) != separator) {
                endOfRow();
            } else if (++at == text.length()) {
                cells.add("");
                endOfRow();
            }
        }
        return 0;
    }

    private void endOfRow() {
        rows.add(new SheetRow(rows.size() + 1, cells));
        cells = new ArrayList<>();
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
            at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
        } else {
            at++;
        }
    }

    /** False if the quote is never closed. */
    private boolean cell() {
        int quote = at;
        while (quote < text.length() && text.charAt(quote) == ' ') {
            quote++;
        }
        // A text written as a formula, to keep a spreadsheet from reading it as a number.
        quote += quote + 1 < text.length() && text.charAt(quote) == '=' && text.charAt(quote + 1) == '"' ? 1 : 0;
        if (quote < text.length() && text.charAt(quote) == '"') {
            at = quote + 1;
            return quoted();
        }
        int from = at;
        while (at < text.length() && !endsCell(text.charAt(at))) {
            at++;
        }
        cells.add(text.substring(from, at));
        return true;
    }

    private boolean quoted() {
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && isEscapedQuote()) {
                cell.append('"');
                at++;
            } else if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else if (endsAfterBlanks()) {
                cells.add(cell.toString());
                return true;
            } else {
                // An unescaped quote within the cell.
                cell.append('"');
            }
        }
        return false;
    }

    /** A database's backslash escape. A backslash may also be the last character of a cell. */
    private boolean isEscapedQuote() {
        return at + 1 < text.length() && text.charAt(at) == '"' && !endsCell(text.charAt(at + 1))
                && text.charAt(at + 1) != '"';
    }

    private boolean endsAfterBlanks() {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ' && separator != ' ') {
            end++;
        }
        if (end < text.length() && !endsCell(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean endsCell(char c) {
        return c == separator || c == '\n' || c == '\r';
    }
}
