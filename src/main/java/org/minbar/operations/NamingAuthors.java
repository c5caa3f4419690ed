package org.minbar.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Slug;

/** Gives the bylines of an archive that is there already their authors: no SQL can make a slug. */
final class NamingAuthors implements JavaMigration {

    private static final int AT_ONCE = 1_000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("12.1");
    }

    @Override
    public String getDescription() {
        return "naming authors";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Map<String, String> slugs = new HashMap<>();
        try (Statement query = connection.createStatement();
                ResultSet bylines =
                        query.executeQuery("select edition_id, name from byline order by edition_id, position");
                PreparedStatement author = connection.prepareStatement(
                        "insert into edition_author (edition_id, slug) select cast(? as bigint), cast(? as varchar)"
                                + " where not exists (select 1 from edition_author where edition_id = ? and slug = ?)")) {
            int waiting = 0;
            while (bylines.next()) {
                String slug = slugs.computeIfAbsent(
                        bylines.getString("name"), name -> Slug.named(name).value());
                author.setLong(1, bylines.getLong("edition_id"));
                author.setString(2, slug);
                author.setLong(3, bylines.getLong("edition_id"));
                author.setString(4, slug);
                author.addBatch();
                if (++waiting % AT_ONCE == 0) author.executeBatch();
            }
            author.executeBatch();
        }
    }
}
