package org.minbar.operations;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server, which makes the connection pool before our code runs, what follows from the settings: the address of
 * the embedded database or of PostgreSQL, and the driver that goes with it.
 */
public class DatabaseSettings implements ConfigSource {

    private final Map<String, String> derived;

    public DatabaseSettings() {
        Settings settings = Threshold.settings();
        derived = Map.of(
                "minbar.pool.driver", settings.dataSourceClass(),
                "minbar.pool.url", settings.jdbcUrl(),
                "minbar.pool.user", settings.dataSourceUser(),
                "minbar.pool.password", settings.dataSourcePassword());
    }

    @Override
    public Map<String, String> getProperties() {
        return derived;
    }

    @Override
    public Set<String> getPropertyNames() {
        return derived.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return derived.get(name);
    }

    @Override
    public String getName() {
        return "minbar-database";
    }
}
