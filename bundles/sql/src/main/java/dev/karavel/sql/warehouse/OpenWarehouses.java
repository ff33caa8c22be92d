package dev.karavel.sql.warehouse;

import dev.karavel.api.catalog.Database;
import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.event.Topics;
import dev.karavel.api.security.Secrets;
import dev.karavel.api.sql.SshTunnel;
import dev.karavel.api.sql.Warehouses;
import dev.karavel.spi.data.DataSourceType;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Settings;
import dev.karavel.spi.data.Warehouse;
import dev.karavel.spi.data.WarehouseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open warehouse per database. Warehouses connect later, so a lost race to open one costs nothing. */
@Component(
        service = {Warehouses.class, EventHandler.class},
        configurationPid = {OpenWarehouses.METADATA, "dev.karavel.sql"},
        property = EventConstants.EVENT_TOPIC + "=" + Topics.DATABASE_CHANGED)
public final class OpenWarehouses implements Warehouses, EventHandler {
    static final String METADATA = "dev.karavel.metadata";

    private static final Logger LOG = LoggerFactory.getLogger(OpenWarehouses.class);

    private final Secrets secrets;
    private final MetadataGuard guard;
    private final AddressRules addresses;
    private final SshClients sshClients = new SshClients();
    private final List<DataSourceType> types = new ArrayList<>();
    private final Map<Long, Opened> open = new ConcurrentHashMap<>();
    private final Object lock = new Object();

    /** @param settings as stored: two of the same are the same warehouse */
    private record Opened(DataSourceType type, Map<String, String> settings, Warehouse warehouse) {
        boolean isOf(Database database) {
            return type.id().equals(database.backend()) && settings.equals(database.settings());
        }
    }

    /** @param metadataUrl of the metadata database, which can never be queried */
    public static OpenWarehouses beside(String metadataUrl, Secrets secrets) {
        return new OpenWarehouses(secrets, metadataUrl, new AddressRules(AddressRules.DEFAULT, true));
    }

    @Activate
    public OpenWarehouses(@Reference Secrets secrets, Map<String, Object> configuration) {
        this(
                secrets,
                String.valueOf(configuration.getOrDefault("url", "")),
                new AddressRules(
                        String.valueOf(configuration.getOrDefault("blocked.hosts", AddressRules.DEFAULT)),
                        Boolean.parseBoolean(String.valueOf(configuration.getOrDefault("loopback.allowed", "true")))));
    }

    private OpenWarehouses(Secrets secrets, String metadataUrl, AddressRules addresses) {
        this.secrets = secrets;
        this.addresses = addresses;
        guard = new MetadataGuard(
                metadataUrl,
                Optional.ofNullable(System.getProperty("karaf.data")).map(Path::of));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindType(DataSourceType type) {
        synchronized (lock) {
            types.add(type);
        }
        LOG.info("Datasource {} is there", type.id());
    }

    public void unbindType(DataSourceType type) {
        List<Opened> ended = new ArrayList<>();
        synchronized (lock) {
            types.remove(type);
            open.values().removeIf(each -> each.type() == type && ended.add(each));
        }
        LOG.info("Datasource {} went away, {} open warehouses are closed", type.id(), ended.size());
        ended.forEach(OpenWarehouses::close);
    }

    @Override
    public void handleEvent(Event event) {
        // a changed one is told by its settings when it is asked for next
        if (Boolean.TRUE.equals(event.getProperty(Topics.DELETED)) && event.getProperty(Topics.ID) instanceof Long id) {
            Opened ended;
            synchronized (lock) {
                ended = open.remove(id);
            }
            if (ended != null) {
                close(ended);
            }
        }
    }

    @Override
    public Warehouse open(Database database) {
        Opened known = open.get(database.id());
        if (known != null && known.isOf(database)) {
            return known.warehouse();
        }
        DataSourceType type = type(database.backend());
        Opened now = new Opened(type, database.settings(), opened(type, database));
        Opened spare = now;
        synchronized (lock) {
            if (!types.contains(type)) {
                known = null;
            } else {
                known = open.get(database.id());
                if (known == null || !known.isOf(database)) {
                    spare = known;
                    known = now;
                    open.put(database.id(), now);
                }
            }
        }
        if (spare != null) {
            close(spare);
        }
        if (known == null) {
            throw missing(database.backend());
        }
        return known.warehouse();
    }

    @Override
    public void test(Database database) {
        DataSourceType type = type(database.backend());
        try (Warehouse warehouse = opened(type, database)) {
            warehouse.test();
        } catch (WarehouseException e) {
            throw Failures.connecting(database, e);
        }
    }

    private Warehouse opened(DataSourceType type, Database database) {
        Map<String, String> clear = new HashMap<>();
        database.settings().forEach((name, value) -> clear.put(name, secrets.decrypt(value)));
        Settings settings = new Settings(SshTunnel.without(clear));
        guard.refuse(settings);
        settings.text("host").ifPresent(host -> addresses.refuse("host", host));
        try {
            Optional<SshTunnel> tunnel = SshTunnel.of(clear);
            // also behind a tunnel, where it is only asked whether it likes its settings
            Warehouse warehouse = type.open(settings);
            return tunnel.isEmpty() ? warehouse : tunneled(type, settings, tunnel.get(), warehouse);
        } catch (WarehouseException e) {
            throw Failures.connecting(database, e);
        } catch (KaravelException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new KaravelException(
                    ErrorCode.PLUGIN_FAILED,
                    "Datasource plugin " + type.id() + " failed to open database " + database.name(),
                    e);
        }
    }

    private Warehouse tunneled(DataSourceType type, Settings settings, SshTunnel tunnel, Warehouse direct) {
        direct.close();
        addresses.refuse(SshTunnel.PREFIX + "server_address", tunnel.serverAddress());
        String port = settings.text("port").orElseGet(() -> type.settings().stream()
                .filter(setting -> setting.name().equals("port"))
                .map(Setting::fallback)
                .findFirst()
                .orElse(""));
        if (settings.text("host").isEmpty() || !port.matches("\\d{1,5}")) {
            throw KaravelException.invalid(
                    SshTunnel.PREFIX + "server_address",
                    type.title() + " has no host and port of its own to reach through an SSH tunnel");
        }
        return new TunneledWarehouse(
                type,
                settings,
                new TunnelEntrance(sshClients, tunnel, settings.required("host"), Integer.parseInt(port)));
    }

    /** The one that came last: while a plugin is updated there are two. */
    private DataSourceType type(String backend) {
        synchronized (lock) {
            for (int i = types.size() - 1; i >= 0; i--) {
                if (types.get(i).id().equals(backend)) {
                    return types.get(i);
                }
            }
        }
        throw missing(backend);
    }

    private static KaravelException missing(String backend) {
        return new KaravelException(ErrorCode.PLUGIN_MISSING, "There is no datasource plugin for " + backend);
    }

    @Override
    public Warehouse.Connections connections(long databaseId) {
        Opened known = open.get(databaseId);
        return known == null
                ? new Warehouse.Connections(0, 0)
                : known.warehouse().connections();
    }

    @Override
    public Optional<Warehouse> scratch() {
        List<DataSourceType> asked;
        synchronized (lock) {
            asked = List.copyOf(types);
        }
        return asked.stream().flatMap(type -> type.scratch().stream()).findFirst();
    }

    @Override
    public List<Kind> kinds() {
        synchronized (lock) {
            Map<String, Kind> kinds = new HashMap<>();
            types.forEach(type -> kinds.put(type.id(), new Kind(type.id(), type.title(), type.settings())));
            return kinds.values().stream()
                    .sorted(Comparator.comparing(Kind::id))
                    .toList();
        }
    }

    @Override
    public Address read(String sqlalchemyAddress) {
        List<DataSourceType> asked;
        synchronized (lock) {
            asked = List.copyOf(types);
        }
        for (DataSourceType type : asked) {
            try {
                Optional<Settings> settings = type.fromAddress(sqlalchemyAddress);
                if (settings.isPresent()) {
                    return new Address(type.id(), settings.get().values());
                }
            } catch (WarehouseException e) {
                throw new KaravelException(ErrorCode.INVALID_REQUEST, "sqlalchemy_uri", e.getMessage(), e);
            }
        }
        throw KaravelException.invalid("sqlalchemy_uri", "No datasource plugin understands this address");
    }

    @Deactivate
    public void closeAll() {
        List<Opened> ended;
        synchronized (lock) {
            ended = List.copyOf(open.values());
            open.clear();
        }
        ended.forEach(OpenWarehouses::close);
        sshClients.close();
    }

    private static void close(Opened ended) {
        try {
            ended.warehouse().close();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "A warehouse of datasource {} did not close in order",
                    ended.type().id(),
                    e);
        }
    }
}
