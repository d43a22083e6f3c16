package dev.parley.embedding;

/** The sentence models that this process has, each for texts that it was trained on. */
public enum LocalModel {
    /** Product codes are the same everywhere; of other languages in Latin letters it knows a little. */
    ENGLISH("bge-small-en-v1.5-q"), CHINESE("bge-small-zh-v1.5-q");

    /** Of its files. */
    final String fileName;

    LocalModel(String fileName) {
        this.fileName = fileName;
    }
}
