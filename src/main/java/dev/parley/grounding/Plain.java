package dev.parley.grounding;

/** Normalizes digits, dashes and spaces, one character for one, so that indexes stay valid. */
final class Plain {
    private Plain() {}

    static char of(char c) {
        if (c < 0x80) {
            return c == '*' || c == '`' ? ' ' : c == '~' ? '-' : Character.toLowerCase(c);
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (c) {
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\u301c', '\uff5e', '\uff0d' -> '-';
            case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\u200b' -> ' ';
            case '\u2019', '\u02bc' -> '\'';
            case '\u066b', '\uff0e' -> '.';
            case '\u066c' -> ',';
            case '\u066a', '\uff05' -> '%';
            case '\uffe5' -> '¥';
            case '\uff1a' -> ':';
            case '\uff04' -> '$';
            case '\u201d', '\u2033' -> '"';
            case '\u2028', '\u2029', '\u0085' -> '\n';
            default -> Character.toLowerCase(c);
        };
    }
}
