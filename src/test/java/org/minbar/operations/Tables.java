package org.minbar.operations;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Raises the newsroom's tables for the tests of every room, with the very migrations and address of the house. */
public final class Tables {

    // Held, since a logger that nobody holds forgets its level.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private Tables() {}

    /** Brings the tables to this version, as the house does when it opens. Answers how many migrations ran. */
    public static int raise(DataSource database) {
        return Database.migrations(database).migrate().migrationsExecuted;
    }

    /** The address of the embedded database in this folder. */
    public static String embeddedIn(Path data) {
        return Settings.read(name -> name.equals("minbar.data") ? Optional.of(data.toString()) : Optional.empty())
                .jdbcUrl();
    }
}
