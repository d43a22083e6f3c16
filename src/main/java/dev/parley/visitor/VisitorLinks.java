package dev.parley.visitor;

/** SQL conditions that keep a visitor's row, by the owners of referring tables; part of the deleting statement. */
public interface VisitorLinks {
    /** Something refers to the visitor; {@code visitor} is the column with the id. */
    String now(String visitor);

    /** Something that refers to the visitor was active since; {@code before} is the parameter with the time. */
    String since(String visitor, String before);
}
