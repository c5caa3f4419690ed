package org.minbar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own in a folder that is thrown away, from the binaries that are installed (Debian:
 * {@code apt-get install postgresql}). It runs with its ordinary settings: every commit is on disk before it is
 * acknowledged. Started by root, it runs as {@code postgres}, since it refuses to run as root.
 */
public final class Postgres implements AutoCloseable {

    private final Path binaries;
    private final Path folder;
    private final int port;

    private Postgres(Path binaries, Path folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
    }

    public static Postgres start(int port) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("minbar-postgres-");
        Postgres postgres = new Postgres(binaries(), folder, port);
        if (root()) Running.said("chown", "postgres", folder.toString());
        Path cluster = folder.resolve("cluster");
        postgres.run(
                "initdb",
                "--pgdata",
                cluster.toString(),
                "--username",
                "minbar",
                "--auth",
                "trust",
                "--encoding",
                "UTF8");
        postgres.run(
                "pg_ctl",
                "start",
                "--wait",
                "--pgdata",
                cluster.toString(),
                "--log",
                folder.resolve("log").toString(),
                "--options",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder);
        postgres.run(
                "createdb", "--host", "127.0.0.1", "--port", Integer.toString(port), "--username", "minbar", "minbar");
        return postgres;
    }

    public Map<String, String> settings() {
        return Map.of(
                "MINBAR_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/minbar",
                "MINBAR_DATABASE_USER", "minbar",
                "MINBAR_DATABASE_PASSWORD", "unused");
    }

    public String version() throws IOException, InterruptedException {
        return Running.said(binaries.resolve("postgres").toString(), "--version")
                .strip();
    }

    @Override
    public void close() throws IOException {
        try {
            run(
                    "pg_ctl",
                    "stop",
                    "--mode",
                    "immediate",
                    "--pgdata",
                    folder.resolve("cluster").toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Running.deleteTree(folder);
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root()) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // Not a pipe: the server that pg_ctl leaves behind would hold it open.
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        int end = builder.start().waitFor();
        if (end != 0) throw new IllegalStateException(program + " ended with " + end);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path binaries() throws IOException {
        List<Path> candidates = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.sorted(Comparator.reverseOrder()).forEach(version -> candidates.add(version.resolve("bin")));
            }
        }
        Stream.of("/usr/pgsql/bin", "/usr/local/bin", "/usr/bin", "/opt/homebrew/bin")
                .map(Path::of)
                .forEach(candidates::add);
        return candidates.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not installed: no initdb found"));
    }
}
