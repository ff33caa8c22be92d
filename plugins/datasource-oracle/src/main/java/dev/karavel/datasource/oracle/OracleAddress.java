package dev.karavel.datasource.oracle;

import dev.karavel.spi.data.JdbcDataSourceType;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.SqlAddress;
import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SQLAlchemy addresses of cx_oracle and oracledb: {@code host:port/sid}, or {@code host:port/?service_name=…}. */
final class OracleAddress {
    /** What Python's drivers need and ours does not. */
    private static final Set<String> NEEDLESS = Set.of(
            "arraysize", "auto_convert_lobs", "coerce_to_decimal", "encoding", "events", "nencoding", "threaded");

    private OracleAddress() {}

    static Optional<Settings> read(String address) {
        return SqlAddress.parse(address)
                .filter(each -> each.kind().equals("oracle"))
                .map(each -> new Settings(values(each)));
    }

    private static Map<String, String> values(SqlAddress address) {
        Map<String, String> parameters = new HashMap<>(address.parameters());
        parameters.keySet().removeAll(NEEDLESS);
        Map<String, String> values = new HashMap<>();
        values.put("host", address.host());
        values.put("port", address.port());
        values.put("user", address.user());
        values.put("password", address.password());
        String service = parameters.remove("service_name");
        String sid = parameters.remove("sid");
        String name = address.database();
        if (service != null) {
            values.put(OracleType.SERVICE, service);
        } else {
            values.put(OracleType.SID, sid == null ? name : sid);
        }
        if (service == null && sid == null && name.isEmpty()) {
            throw new WarehouseException(
                    Reason.SETTINGS,
                    OracleType.SERVICE,
                    "A name from tnsnames.ora is known on another machine only: add ?service_name=… behind host and port");
        }
        if ("tcps".equals(parameters.get("protocol"))) {
            values.put(OracleType.TLS, "true");
        }
        parameters.remove("protocol");
        values.put(
                JdbcDataSourceType.PARAMETERS,
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
