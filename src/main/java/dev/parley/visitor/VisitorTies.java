package dev.parley.visitor;

/**
 * What keeps a visitor's row: SQL conditions in the words of the package that owns the referring table. They stand in the statement that
 * deletes, so that nothing comes between the look and the deletion.
 */
public interface VisitorTies {
    /**
     * Something refers to the visitor.
     *
     * @param visitor the column with the visitor's id
     */
    String now(String visitor);

    /**
     * Something that refers to the visitor has been active since.
     *
     * @param before the parameter with the time
     */
    String since(String visitor, String before);
}
