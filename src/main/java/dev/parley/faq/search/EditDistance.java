package dev.parley.faq.search;

/** Edit distance with transpositions (Damerau-Levenshtein). */
final class EditDistance {
    private EditDistance() {}

    /** Returns {@code most + 1} for any larger distance. */
    static int between(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            int smallest = i;
            for (int j = 1; j <= other.length(); j++) {
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + wrong, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                smallest = Math.min(smallest, row[j]);
            }
            if (smallest > most) {
                return most + 1;
            }
            before = last;
            last = row;
        }
        return Math.min(last[other.length()], most + 1);
    }
}
