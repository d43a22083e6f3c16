package dev.parley.platform;

/** How clients of another protocol, below an address of their own, are told of a problem. */
public interface ErrorShape {
    /** With a slash at both ends. */
    String below();

    /** What is sent as JSON instead of the problem. */
    Object shaped(Problem problem);
}
