package org.minbar;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.minbar.operations.Tables;

/** The databases that the house runs on. Each hands out fresh ones; all tests share one PostgreSQL server. */
public enum Store {
    H2 {
        @Override
        DataSource empty() {
            try {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL(Tables.embeddedIn(
                        Files.createTempDirectory(Files.createDirectories(Path.of("target", "databases")), "h2-")));
                source.setUser("sa");
                return source;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            return Server.SHARED.create("template1");
        }

        /** Copies a database whose tables stand: quicker than to raise them again. */
        @Override
        DataSource furnished() {
            return Server.SHARED.create(Server.SHARED.furnished);
        }
    };

    /** A database without tables, reached by connections that are not pooled. */
    abstract DataSource empty();

    /** A database with the newsroom's tables and nothing in them. */
    DataSource furnished() {
        DataSource fresh = empty();
        Tables.raise(fresh);
        return fresh;
    }

    private static final class Server {
        static final Server SHARED = new Server();

        private final EmbeddedPostgres postgres;
        private final AtomicInteger databases = new AtomicInteger();
        final String furnished;

        private Server() {
            try {
                // What these save is safety after a power cut, which no test outlives.
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            furnished = "furnished";
            Tables.raise(create("template1", furnished));
        }

        DataSource create(String like) {
            return create(like, "newsroom_" + databases.incrementAndGet());
        }

        private DataSource create(String like, String name) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + like);
                return postgres.getDatabase("postgres", name);
            } catch (SQLException e) {
                throw new IllegalStateException("No database on the test's PostgreSQL", e);
            }
        }
    }
}
