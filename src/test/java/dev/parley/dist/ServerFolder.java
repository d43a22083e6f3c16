package dev.parley.dist;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.parley.platform.database.EmbeddedDatabase;
import dev.parley.platform.database.Migrations;
import dev.parley.platform.database.ShippedPostgres;

/** Adds PostgreSQL to the program's folder: unpacked, and with a cluster that has the schema and no secret. */
final class ServerFolder {
    /** What only compilers and interpreters of other languages need. */
    private static final Pattern UNNEEDED = Pattern
            .compile("include/.*|lib/[^/]+\\.(a|so)|lib/(.+/)?(pkgconfig|pgxs)/.*"
                    + "|lib/postgresql/.*pl(perl|python3|tcl)\\.so");
    /** Notes of the server and its library about their run. */
    private static final Set<String> OF_THE_RUN = Set.of("epg-lock", "postmaster.opts", "postmaster.pid");
    private static final String AS_INITDB_WRITES_IT = "host all all 127.0.0.1/32 trust\n";

    private ServerFolder() {}

    /** @param scratch a folder for the data directory that becomes the cluster; replaced */
    static void add(ProgramFolder folder, Path scratch) throws IOException {
        ProgramFolder.remove(scratch);
        Path program;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Files.createDirectories(scratch))) {
            Migrations.run(database.jdbcUrl(), database.owner(), database.ownerPassword());
            program = prepare(database);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Path server = Files.createDirectories(folder.app().resolve(ShippedPostgres.FOLDER));
        copyProgram(program, server.resolve(ShippedPostgres.PROGRAM));
        Path cluster = scratch.resolve("postgres");
        Files.writeString(cluster.resolve("pg_hba.conf"), AS_INITDB_WRITES_IT);
        pack(cluster, server.resolve(ShippedPostgres.CLUSTER));
    }

    /**
     * Forgets passwords, and the log of changes, which is 2 MB when packed. Returns where the program is: in a JVM with
     * another server its library unpacks it only once.
     */
    private static Path prepare(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(),
                database.ownerPassword());
                Statement statement = connection.createStatement()) {
            for (String role : List.of(database.user(), database.owner())) {
                statement.execute("ALTER ROLE " + role + " PASSWORD NULL");
            }
            statement.execute("ALTER SYSTEM SET wal_recycle = off");
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_switch_wal()");
            statement.execute("CHECKPOINT");
            statement.execute("ALTER SYSTEM RESET wal_recycle");
            try (ResultSet bin = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
                bin.next();
                return Path.of(bin.getString("setting")).getParent();
            }
        }
    }

    /** Libraries get the names under which programs look for them, since archives and images have no links. */
    private static void copyProgram(Path from, Path to) throws IOException {
        Set<Path> linked = new HashSet<>();
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> all = files.filter(file -> !UNNEEDED.matcher(from.relativize(file).toString()).matches())
                    .toList();
            for (Path link : all.stream().filter(Files::isSymbolicLink).toList()) {
                linked.add(link.toRealPath());
            }
            for (Path file : all) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isRegularFile(file) && !linked.contains(file.toAbsolutePath())
                        && !file.getFileName().toString().equals(".exists")) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void pack(Path cluster, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (!folder.equals(cluster)) {
                        zip.putNextEntry(new ZipEntry(cluster.relativize(folder) + "/"));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                    if (!OF_THE_RUN.contains(cluster.relativize(each).toString())) {
                        zip.putNextEntry(new ZipEntry(cluster.relativize(each).toString()));
                        Files.copy(each, zip);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
