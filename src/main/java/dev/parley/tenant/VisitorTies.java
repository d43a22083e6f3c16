package dev.parley.tenant;

/**
 * What keeps a visitor's row: SQL conditions on {@code visitor.id}, in the words of the package that owns the referring table. They stand
 * in the statement that deletes, so that nothing comes between the look and the deletion.
 */
public interface VisitorTies {
    /** Something refers to the visitor. */
    String now();

    /** Something that refers to the visitor has been active since {@code :before}. */
    String since();
}
