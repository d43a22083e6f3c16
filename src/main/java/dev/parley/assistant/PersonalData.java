package dev.parley.assistant;

import java.util.regex.Pattern;

/**
 * Detects personal data in visitors' questions: addresses, telephone numbers, orders, names. Such a question is never
 * proposed as a wording, which would outlive its visitor. In doubt, it is personal.
 */
final class PersonalData {
    private static final Pattern MAIL = Pattern.compile("\\S@\\S|\\(at\\)|\\[at]");
    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.");
    /** Telephone numbers, orders, accounts, postcodes: five digits with any separators. */
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}(?:[\\s().,/+-]{0,2}\\p{Nd}){4,}");
    /** Letters and digits with at least three digits: {@code AB-1234}, {@code #1042}. */
    private static final Pattern CODE = Pattern
            .compile(
                    "(?i)(?:#|№|\\bn[ro°º]\\.?\\s?)\\p{Nd}{2,}|\\b[a-z]{1,4}[-_]?\\p{Nd}{3,}[a-z0-9-]*|\\b\\p{Nd}{3,}[-_]?[a-z]{1,4}\\p{Nd}+");
    /** Phrases that introduce a name. */
    private static final Pattern NAME = Pattern.compile(
            "(?iu)\\b(?:my name is|my name's|i am called|this is (?:mr|mrs|ms)\\b|ich hei(?:ß|ss)e|mein name ist"
                    + "|je m['’]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome|meu nome|me chamo|chamo-me|ik heet|mijn naam is"
                    + "|nazywam się|mam na imię|benim adım|adım)|\\b(?:mr|mrs|ms|herr|frau|monsieur|madame|mme|señora?|sig(?:nor[ae]?)?|dhr|mevr|pani?)\\.?\\s+(?-i:\\p{Lu})"
                    + "|меня зовут|اسمي|我叫|我的名字|私の名前|と申します|제 이름은|이라고 합니다");
    /** "… thanks, Anna Smith": two capitalized words that do not start a sentence. */
    private static final Pattern TWO_NAMES = Pattern
            .compile("(?<=[\\p{Ll},;] )\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+\\s*[.!]?$");
    private static final Pattern STREET = Pattern.compile(
            "(?iu)\\p{L}+(?:stra(?:ß|ss)e|str\\.|weg|platz|gasse|straat|laan)\\s+\\p{Nd}|\\p{Nd}+\\s+\\p{L}+\\s+(?:street|st\\.|road|rd\\.|avenue|ave\\.|lane)\\b"
                    + "|\\b(?:rue|avenue|calle|via|rua|ulica|ul\\.)\\s+[\\p{L} ]+\\p{Nd}");

    private PersonalData() {}

    static boolean mayBeIn(String text) {
        return MAIL.matcher(text).find() || LINK.matcher(text).find() || DIGITS.matcher(text).find()
                || CODE.matcher(text).find() || NAME.matcher(text).find() || TWO_NAMES.matcher(text).find()
                || STREET.matcher(text).find();
    }
}
