package dev.karavel.datasource.mysql;

import dev.karavel.spi.data.DataSourceType;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** MariaDB over the network. */
@Component(service = DataSourceType.class)
public final class MariaDbType extends MysqlFamily {
    public MariaDbType() {
        super("mariadb", "MariaDB", Set.of("mariadb"));
    }
}
