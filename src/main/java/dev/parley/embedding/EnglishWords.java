package dev.parley.embedding;

/** The words that are so frequent in English that the sentence model has each as a whole. */
public final class EnglishWords {
    private EnglishWords() {}

    /** About how many words are more frequent than this one, in lower case; −1 of a word that it does not know. */
    public static int rank(String word) {
        Integer number = Vocabularies.of(LocalModel.ENGLISH).number(word);
        return number == null ? -1 : number;
    }
}
