package org.minbar.operations;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/** What must be right before the house opens. When it isn't, one line says so and the process ends. */
final class Threshold {

    /** As sysexits.h has it: a configuration error. */
    private static final int EX_CONFIG = 78;

    private static final AtomicBoolean TRIED = new AtomicBoolean();

    private Threshold() {}

    static Settings settings() {
        try {
            Settings settings = Settings.ofThisProcess();
            if (TRIED.compareAndSet(false, true)) {
                tryPort();
                tryDatabase(settings);
            }
            return settings;
        } catch (Settings.WrongSetting wrong) {
            throw stop(String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * The server opens its port last, so that nobody knocks in vain before. Where somebody else has it already, it would go
     * on in silence and be heard by nobody.
     */
    private static void tryPort() {
        if (!Port.opensLast()) return;
        Port port = Port.ofThisProcess();
        try {
            port.mustBeFree();
        } catch (IOException taken) {
            throw stop("port " + port.number() + " of " + port.address() + " can't be had (" + taken.getMessage()
                    + "); end the other process that has it, or name another with --port.");
        }
    }

    /** Once, with a connection of our own: the server meets the database long before it asks us, and not in one line. */
    private static void tryDatabase(Settings settings) {
        Properties credentials = new Properties();
        credentials.setProperty("user", settings.dataSourceUser());
        credentials.setProperty("password", settings.dataSourcePassword());
        Driver driver = settings.databaseUrl().isPresent() ? new org.postgresql.Driver() : new org.h2.Driver();
        try (Connection connection = driver.connect(settings.jdbcUrl(), credentials)) {
            connection.isValid(5);
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw stop(settings.databaseUrl()
                    .map(url -> "MINBAR_DATABASE_URL=" + url + " does not answer (" + why
                            + "); start it, or mend MINBAR_DATABASE_URL, _USER and _PASSWORD.")
                    .orElseGet(() -> "the embedded database in MINBAR_DATA=" + settings.data() + " can't be opened ("
                            + why + "); end the other process that has it, or name another folder."));
        }
    }

    /**
     * Ends the process. Not by an exception, which the server would wrap in a page of its own words and survive without
     * us; and not by an orderly exit, which would wait for the very deployment that called this.
     */
    static IllegalStateException stop(String line) {
        // Straight to the descriptor: the server's log is written behind, and there is no behind any more.
        try (FileOutputStream stderr = new FileOutputStream(FileDescriptor.err)) {
            stderr.write(("Minbar does not start: " + line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody is listening; the exit code still speaks.
        }
        Runtime.getRuntime().halt(EX_CONFIG);
        return new IllegalStateException(line);
    }
}
