package dev.parley.doctor.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.parley.doctor.look.FolderState.Purpose;
import dev.parley.platform.SecretBox;

/** Asks the file system; writes no file. */
public final class DiskLook {
    private DiskLook() {}

    /** With an existing database nothing is stored in the data directory. */
    public static List<FolderState> look(Settings settings) {
        List<FolderState> folders = new ArrayList<>();
        if (settings.databaseUrl().isEmpty() || settings.get(SecretBox.FILE).isPresent()) {
            folders.add(folder(Purpose.DATA, settings.data()));
        }
        folders.add(folder(Purpose.TEMPORARY,
                Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir"))).toAbsolutePath()));
        return folders;
    }

    static FolderState folder(Purpose purpose, Path wanted) {
        Path there = wanted;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return new FolderState(purpose, wanted, Files.isDirectory(there) && Files.isWritable(there),
                    Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
