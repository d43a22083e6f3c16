package dev.parley.faq.file;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run: they get an apostrophe before them when they leave, and lose it when they come back (OWASP, CSV
 * injection).
 */
public final class Formulas {
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r\\-＝＋－＠].*", Pattern.DOTALL);

    /** What spreadsheet programs write where a formula has no result, in their languages, and where a number is too wide. */
    private static final Pattern FAILED = Pattern.compile("#¡?(REF|VALUE|NAME|DIV/0|DIV0|NUM|NULL|SPILL|CALC|FIELD"
            + "|BLOCKED|CONNECT|UNKNOWN|BUSY|ERROR|BEZUG|WERT|ZAHL|NOM|VALEUR|NOMBRE|VALOR|NUMERO|RIF|VALORE|NOME|VERW"
            + "|WAARDE|NAAM|GETAL|ADR|ARG|NAZWA|BAŞV|DEĞER|AD|SAYI|ССЫЛКА|ЗНАЧ|ИМЯ|ДЕЛ/0|ЧИСЛО|ПУСТО)[!?]"
            + "|#N/[AD]|#NV|#NB|#Н/Д|#YOK|#BRAK|#GETTING_DATA|#{3,}|Err:\\d{3}");

    private Formulas() {}

    /** Whether a cell holds the error of a formula instead of what it was to say. */
    static boolean isFailed(String cell) {
        return FAILED.matcher(GatheredEntry.trimmed(cell)).matches();
    }

    public static String disarm(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** What {@link #disarm} was given. */
    static String restore(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
