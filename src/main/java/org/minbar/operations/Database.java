package org.minbar.operations;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** The one database: embedded H2, or PostgreSQL where a setting names one. */
@DataSourceDefinition(
        name = "java:app/jdbc/newsroom",
        className = "${MPCONFIG=minbar.pool.driver}",
        url = "${MPCONFIG=minbar.pool.url}",
        user = "${MPCONFIG=minbar.pool.user}",
        password = "${MPCONFIG=minbar.pool.password}",
        minPoolSize = 2,
        maxPoolSize = 20)
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    @Resource(lookup = "java:app/jdbc/newsroom")
    private DataSource pool;

    @Inject
    private Settings settings;

    protected Database() {}

    /** Brings the tables to this version; where that can't be, the start ends with one line. */
    void open() {
        String product = product();
        try {
            MigrateResult result = migrations(pool).migrate();
            LOG.info(() -> product + ", " + result.migrationsExecuted + " migrations run");
        } catch (FlywayException e) {
            throw Threshold.stop("the tables of " + where() + " can't be brought to this version: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    static Flyway migrations(DataSource dataSource) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(new NamingAuthors())
                .load();
    }

    private String product() {
        try (Connection connection = pool.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw Threshold.stop(where() + " does not answer (" + innermost(e).replaceAll("\\s+", " ")
                    + "); start it, or mend MINBAR_DATABASE_URL, _USER and _PASSWORD, or MINBAR_DATA.");
        }
    }

    private String where() {
        return settings.databaseUrl()
                .map(url -> "MINBAR_DATABASE_URL=" + Settings.withoutSecrets(url))
                .orElseGet(() -> "the embedded database in MINBAR_DATA=" + settings.data());
    }

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
        return String.valueOf(cause.getMessage());
    }
}
