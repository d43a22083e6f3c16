package dev.parley.model.reading;

/** Removes characters that cannot be stored or shown, and rejoins those split between pieces. */
final class WholeCharacters {
    private String half = "";

    String of(String piece) {
        String all = half + piece;
        half = "";
        if (!all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1))) {
            half = all.substring(all.length() - 1);
            all = all.substring(0, all.length() - 1);
        }
        return isClean(all) ? all : clean(all);
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || isUnseen(c)) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\ufffd');
            } else if (c > Character.MAX_VALUE || !isUnseen((char) c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** NUL cannot be stored. */
    private static boolean isUnseen(char c) {
        return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    }
}
