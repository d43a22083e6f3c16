package dev.parley.embedding;

public enum LocalModel {
    /** Also used for product codes, and for other Latin-script languages, which it reads a little. */
    ENGLISH("bge-small-en-v1.5-q"), CHINESE("bge-small-zh-v1.5-q");

    final String fileName;

    LocalModel(String fileName) {
        this.fileName = fileName;
    }

    /** Also kept with each vector that the model made. */
    public String fileName() {
        return fileName;
    }
}
