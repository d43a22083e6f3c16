package dev.parley.embedding;

/** English words frequent enough to be whole tokens of the sentence model. */
public final class EnglishWords {
    private EnglishWords() {}

    /** Approximate number of more frequent words; −1 if unknown. {@code word} is in lower case. */
    public static int rank(String word) {
        Integer number = Vocabularies.of(LocalModel.ENGLISH).number(word);
        return number == null ? -1 : number;
    }
}
