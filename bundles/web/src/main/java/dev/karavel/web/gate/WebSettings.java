package dev.karavel.web.gate;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may turn about the entrance, also while people are served: ask for a value each time it is needed. */
@Component(
        service = WebSettings.class,
        configurationPid = "dev.karavel.web",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = WebSettings.Config.class)
public final class WebSettings {
    @ObjectClassDefinition(name = "Karavel web")
    @interface Config {
        @AttributeDefinition(name = "Longest wait for a chart's data, ISO-8601")
        String query_timeout() default "PT60S";

        @AttributeDefinition(name = "Largest request body in bytes", min = "1024")
        int body_limit() default 10_485_760;

        @AttributeDefinition(name = "Largest uploaded file in bytes", min = "1024")
        long upload_limit() default 268_435_456;

        @AttributeDefinition(name = "A proxy in front sets X-Forwarded-Proto; believe it")
        boolean behind_proxy() default false;

        @AttributeDefinition(name = "Most open event streams", min = "1")
        int event_clients() default 500;

        @AttributeDefinition(name = "Name people read")
        String brand() default "Karavel";

        @AttributeDefinition(name = "Addresses of map tiles, separated by spaces; the first is the default")
        String map_tiles() default "";

        @AttributeDefinition(name = "More hosts that maps may be loaded from, separated by spaces")
        String map_hosts() default "";

        @AttributeDefinition(name = "Public access token of Mapbox")
        String map_mapbox_key() default "";

        @AttributeDefinition(name = "What is written on the tiles")
        String map_attribution() default "";
    }

    private record Values(
            Duration queryTimeout,
            int bodyLimit,
            long uploadLimit,
            boolean behindProxy,
            int eventClients,
            String brand,
            MapSources maps) {
        static Values of(Config config) {
            return new Values(
                    Duration.parse(config.query_timeout()),
                    config.body_limit(),
                    config.upload_limit(),
                    config.behind_proxy(),
                    config.event_clients(),
                    config.brand(),
                    MapSources.read(
                            config.map_tiles(), config.map_hosts(), config.map_mapbox_key(), config.map_attribution()));
        }
    }

    private volatile Values values;

    @Activate
    public WebSettings(Config config) {
        this(Values.of(config));
    }

    /** Uploads are bounded like every body. */
    public WebSettings(Duration queryTimeout, int bodyLimit, boolean behindProxy, int eventClients, String brand) {
        this(new Values(queryTimeout, bodyLimit, bodyLimit, behindProxy, eventClients, brand, MapSources.none()));
    }

    private WebSettings(Values values) {
        this.values = values;
    }

    /** Whoever is being served goes on; what cannot be read leaves the values as they were. */
    @Modified
    void modified(Config config) {
        values = Values.of(config);
    }

    public Duration queryTimeout() {
        return values.queryTimeout();
    }

    public int bodyLimit() {
        return values.bodyLimit();
    }

    public long uploadLimit() {
        return values.uploadLimit();
    }

    public boolean behindProxy() {
        return values.behindProxy();
    }

    public int eventClients() {
        return values.eventClients();
    }

    public String brand() {
        return values.brand();
    }

    public MapSources maps() {
        return values.maps();
    }
}
