package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files that only their owner may read. They are complete when they appear under their name. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Fails if the file exists. */
    public static void write(Path file, String secret) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, secret);
        Files.move(fresh, file);
    }
}
