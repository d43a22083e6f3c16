package dev.parley.faq;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run: they get an apostrophe before them when they leave, and lose it when they come back (OWASP, CSV
 * injection).
 */
final class Formulas {
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r\\-＝＋－＠].*", Pattern.DOTALL);

    private Formulas() {}

    static String disarm(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** What {@link #disarm} was given. */
    static String restore(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
