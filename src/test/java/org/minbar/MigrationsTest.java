package org.minbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minbar.operations.Tables;

class MigrationsTest {

    @ParameterizedTest
    @EnumSource
    void the_tables_rise_on_an_empty_database_and_a_second_run_changes_nothing(Store store) throws SQLException {
        DataSource empty = store.empty();
        assertThat(Tables.raise(empty)).isPositive();
        Set<String> raised = columns(empty);
        assertThat(raised).contains("edition.published_at", "journal_counter.last_number", "flash_text.lang");

        assertThat(Tables.raise(empty)).isZero();
        assertThat(columns(empty)).isEqualTo(raised);
    }

    @ParameterizedTest
    @EnumSource
    void every_thing_that_the_house_keeps_has_its_columns(Store store) {
        try (Newsroom newsroom = Newsroom.on(store)) {
            newsroom.inTransaction(() -> {
                Set<EntityType<?>> things = newsroom.em.getMetamodel().getEntities();
                assertThat(things).extracting(EntityType::getName).contains("Edition", "Person", "Flash", "Section");
                for (EntityType<?> thing : things) {
                    assertThatCode(() -> selectWhole(newsroom, thing))
                            .as(thing.getName())
                            .doesNotThrowAnyException();
                }
            });
        }
    }

    /** Selects the thing with every one of its collections. */
    private static void selectWhole(Newsroom newsroom, EntityType<?> thing) {
        List<String> joins = thing.getPluralAttributes().stream()
                .map(collection -> " left join x." + collection.getName() + " c_" + collection.getName())
                .toList();
        newsroom.em
                .createQuery("select x from " + thing.getName() + " x" + String.join("", joins))
                .getResultList();
        for (String join : joins) {
            String name = join.substring(join.lastIndexOf(' ') + 1);
            // Of a thing that is there from the beginning an outer join would bring an empty one.
            newsroom.em
                    .createQuery("select " + name + " from " + thing.getName() + " x"
                            + join.replace(" left join ", " join "))
                    .getResultList();
        }
    }

    private static Set<String> columns(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select table_name, column_name, data_type, is_nullable"
                        + " from information_schema.columns where lower(table_schema) = 'public'")) {
            Set<String> columns = new TreeSet<>();
            while (rows.next()) columns.add(rows.getString(1) + "." + rows.getString(2));
            return columns.stream().map(String::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
