package dev.karavel.datasource.cloud;

import dev.karavel.contract.data.AttackContract;
import dev.karavel.contract.data.CalendarContract;
import dev.karavel.contract.data.ExpectedStandIn;
import dev.karavel.contract.data.SameRowsContract;
import dev.karavel.contract.data.Shop;
import dev.karavel.contract.data.ShopTypes;
import dev.karavel.contract.data.Shopfront;
import dev.karavel.servers.RealPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.Driver;

/** The dialect's arithmetic on PostgreSQL, whose SQL Redshift's is but for a few functions. */
class RedshiftOnPostgresqlTest implements SameRowsContract, CalendarContract, AttackContract {
    private static RealPostgres server;
    private static Shopfront shop;

    @BeforeAll
    static void fill() throws IOException, InterruptedException, SQLException {
        RedshiftDialect dialect = new RedshiftDialect();
        server = RealPostgres.start();
        List<String> statements = new ArrayList<>(Shop.statements(dialect, ShopTypes.standard()));
        statements.add("CREATE FUNCTION dateadd(unit TEXT, number INTEGER, moment TIMESTAMP) RETURNS TIMESTAMP"
                + " LANGUAGE SQL AS $$ SELECT moment + number * ('1 ' || unit)::INTERVAL $$");
        statements.add("CREATE FUNCTION convert_timezone(source TEXT, target TEXT, moment TIMESTAMP) RETURNS TIMESTAMP"
                + " LANGUAGE SQL AS $$ SELECT moment AT TIME ZONE source AT TIME ZONE target $$");
        server.execute("postgres", statements.toArray(String[]::new));
        shop = Shopfront.open(
                new ExpectedStandIn(
                        dialect,
                        new Driver(),
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=postgres&password=secret",
                        ExpectedStandIn.replacing("DATEADD\\((\\w+), ", "DATEADD('$1', "),
                        "SET TIME ZONE 'UTC'",
                        "SET escape_string_warning = off",
                        "SET standard_conforming_strings = off"),
                Map.of(),
                Optional.of("public"));
    }

    @AfterAll
    static void close() throws IOException {
        shop.close();
        server.close();
    }

    @Override
    public Shopfront shop() {
        return shop;
    }
}
