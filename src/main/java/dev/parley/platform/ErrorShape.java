package dev.parley.platform;

/** The error format of another protocol below a path of its own. */
public interface ErrorShape {
    /** The path, with a slash at both ends. */
    String below();

    Object shaped(Problem problem);
}
