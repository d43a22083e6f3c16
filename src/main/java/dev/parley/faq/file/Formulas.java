package dev.parley.faq.file;

import java.util.regex.Pattern;

/** Neutralizes formulas (OWASP, CSV injection): adds an apostrophe on export and removes it on import. */
public final class Formulas {
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r\\-＝＋－＠].*", Pattern.DOTALL);

    /** Error values of spreadsheets in several languages, and the filler of a column that is too narrow. */
    private static final Pattern FAILED = Pattern.compile("#¡?(REF|VALUE|NAME|DIV/0|DIV0|NUM|NULL|SPILL|CALC|FIELD"
            + "|BLOCKED|CONNECT|UNKNOWN|BUSY|ERROR|BEZUG|WERT|ZAHL|NOM|VALEUR|NOMBRE|VALOR|NUMERO|RIF|VALORE|NOME|VERW"
            + "|WAARDE|NAAM|GETAL|ADR|ARG|NAZWA|BAŞV|DEĞER|AD|SAYI|ССЫЛКА|ЗНАЧ|ИМЯ|ДЕЛ/0|ЧИСЛО|ПУСТО)[!?]"
            + "|#N/[AD]|#NV|#NB|#Н/Д|#YOK|#BRAK|#GETTING_DATA|#{3,}|Err:\\d{3}");

    private Formulas() {}

    /** True if the cell holds a formula's error instead of its text. */
    static boolean isFailed(String cell) {
        return FAILED.matcher(GatheredEntry.trimmed(cell)).matches();
    }

    public static String disarm(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** Reverses {@link #disarm}. */
    static String restore(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
