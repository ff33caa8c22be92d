package dev.karavel.datasource.mysql;

import dev.karavel.spi.data.DataSourceType;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** MySQL over the network. */
@Component(service = DataSourceType.class)
public final class MysqlType extends MysqlFamily {
    public MysqlType() {
        super("mysql", "MySQL", Set.of("mysql"));
    }
}
