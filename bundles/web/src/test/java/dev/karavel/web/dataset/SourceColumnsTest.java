package dev.karavel.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.catalog.Dataset;
import dev.karavel.api.catalog.DatasetColumn;
import dev.karavel.api.catalog.DatasetSettings;
import dev.karavel.api.catalog.Stamp;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import dev.karavel.spi.data.Limits;
import dev.karavel.spi.data.Rows;
import dev.karavel.spi.data.SourceColumn;
import dev.karavel.spi.data.SqlSyntax;
import dev.karavel.spi.data.SqlSyntax.Folding;
import dev.karavel.spi.data.StandardDialect;
import dev.karavel.spi.data.TableName;
import dev.karavel.spi.data.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SourceColumnsTest {
    @Test
    void namesTheWarehouseWritesInUpperCaseAreReadInLowerCaseWhereItIsWished() {
        assertThat(labels(Folding.UPPER, true)).containsExactly("day", "Mixed");
        assertThat(labels(Folding.UPPER, false)).containsExactly("DAY", "Mixed");
    }

    @Test
    void whereUpperCaseWasMeantItStays() {
        assertThat(labels(Folding.LOWER, true)).containsExactly("DAY", "Mixed");
    }

    private static List<String> labels(Folding folding, boolean normalize) {
        DatasetSettings settings = new DatasetSettings(
                0, "", Optional.empty(), false, normalize, Optional.empty(), true, Optional.empty());
        return new SourceColumns(new Folded(folding), null)
                .refresh(database(), dataset().withSettings(settings)).stream()
                        .map(DatasetColumn::label)
                        .toList();
    }

    private static Database database() {
        return new Database(
                1,
                UUID.randomUUID(),
                1,
                "db",
                "oracle",
                Map.of(),
                Optional.empty(),
                true,
                false,
                false,
                "{}",
                Stamp.none());
    }

    private static Dataset dataset() {
        return new Dataset(
                1,
                UUID.randomUUID(),
                1,
                1,
                Optional.empty(),
                "FLIGHTS",
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                "{}",
                Stamp.none());
    }

    /** Warehouses whose names that nobody quoted become what is said. */
    private record Folded(Folding folding) implements Warehouses {
        @Override
        public Warehouse open(Database database) {
            return new OneTable(folding);
        }

        @Override
        public void test(Database database) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Kind> kinds() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Address read(String sqlalchemyAddress) {
            throw new UnsupportedOperationException();
        }
    }

    private record OneTable(Folding folding) implements Warehouse {
        @Override
        public Dialect dialect() {
            return new StandardDialect() {
                @Override
                public String id() {
                    return "one";
                }

                @Override
                public SqlSyntax syntax() {
                    return SqlSyntax.standard().withNames(folding, false);
                }
            };
        }

        @Override
        public List<SourceColumn> columns(TableName table) {
            return List.of(
                    new SourceColumn("DAY", "DATE", ColumnType.DATE),
                    new SourceColumn("Mixed", "INT", ColumnType.INTEGER));
        }

        @Override
        public void test() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> schemas() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TableName> tables(Optional<String> schema) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TableName> views(Optional<String> schema) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Rows run(String sql, Limits limits) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SourceColumn> describe(String sql) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
