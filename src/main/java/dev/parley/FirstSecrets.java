package dev.parley;

import java.io.Console;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.parley.platform.PrivateFile;
import org.jboss.logging.Logger;

/** Shows first-start secrets on the terminal, else in an owner-only file; never in the log, which is kept. */
final class FirstSecrets {
    private static final Logger LOG = Logger.getLogger(FirstSecrets.class);
    private static final String NAME = "first-secrets.txt";

    private final boolean terminal;
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    FirstSecrets(boolean terminal, Path data) {
        this.terminal = terminal;
        this.file = data.toAbsolutePath().normalize().resolve(NAME);
    }

    /**
     * True if a person can read the terminal. Before JDK 22 `console()` is null without one; since then the console
     * says so.
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unclear) {
            return false;
        }
    }

    /** Returns whether a person will see it; otherwise nothing is kept. */
    boolean keep(String what, String secret) {
        lines.add(what + "\n  " + secret + "\n");
        if (terminal) {
            return true;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            PrivateFile.write(file, String.join("\n", lines));
            return true;
        } catch (IOException notWritable) {
            LOG.warnf("%s cannot be written: %s", file, notWritable);
            lines.removeLast();
            return false;
        }
    }

    /** Shows the secrets once and returns a line for the log; empty if there are none. */
    String show() {
        if (lines.isEmpty()) {
            return "";
        }
        if (terminal) {
            System.out.println("\nShown only this once, and in no log:\n\n" + String.join("\n", lines));
        }
        lines.clear();
        return terminal
                ? ""
                : "\n  The secrets that were made at this first start are in\n  " + file
                        + "\n  which you alone can read. Delete it when you have noted them.\n";
    }
}
