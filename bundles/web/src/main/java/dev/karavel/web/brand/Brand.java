package dev.karavel.web.brand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The look of an organisation: logo, favicon, colours. What cannot be read or could not be seen is said once, in the log. */
@Component(
        service = Brand.class,
        configurationPid = "dev.karavel.web.brand",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = Brand.Config.class)
public final class Brand {
    private static final Logger LOG = LoggerFactory.getLogger(Brand.class);
    private static final long LARGEST = 512 * 1024;
    private static final Map<String, String> TYPES =
            Map.of("svg", "image/svg+xml", "png", "image/png", "webp", "image/webp", "ico", "image/x-icon");

    @ObjectClassDefinition(name = "Karavel brand")
    @interface Config {
        @AttributeDefinition(name = "File of the logo: svg, png or webp")
        String logo() default "";

        @AttributeDefinition(name = "File of the small picture in the browser's tab: svg, png or ico")
        String favicon() default "";

        @AttributeDefinition(name = "Colours by day: accent=#0f6e84 on-accent=#ffffff")
        String light() default "";

        @AttributeDefinition(name = "Colours by night")
        String dark() default "";
    }

    /** Ours. */
    public static Brand none() {
        return new Brand(
                new Parts(Optional.empty(), Optional.empty(), Tones.read("", Tones.DAY), Tones.read("", Tones.NIGHT)));
    }

    /** A picture as it is served. */
    record Picture(String type, byte[] bytes) {}

    private record Parts(Optional<Picture> logo, Optional<Picture> favicon, Tones light, Tones dark) {
        static Parts of(Config config) {
            Parts parts = new Parts(
                    file("logo", config.logo().strip()),
                    file("favicon", config.favicon().strip()),
                    Tones.read(config.light(), Tones.DAY),
                    Tones.read(config.dark(), Tones.NIGHT));
            parts.light.faults().forEach(fault -> LOG.warn("Brand, light: {}", fault));
            parts.dark.faults().forEach(fault -> LOG.warn("Brand, dark: {}", fault));
            return parts;
        }
    }

    private volatile Parts parts;

    @Activate
    public Brand(Config config) {
        this(Parts.of(config));
    }

    private Brand(Parts parts) {
        this.parts = parts;
    }

    @Modified
    void modified(Config config) {
        parts = Parts.of(config);
    }

    Optional<Picture> picture(String name) {
        return switch (name) {
            case "logo" -> parts.logo();
            case "favicon" -> parts.favicon();
            default -> Optional.empty();
        };
    }

    /** What the pages are told. */
    public Map<String, Object> told(String name) {
        Parts now = parts;
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        now.logo().ifPresent(picture -> told.put("logo", address("logo", picture)));
        now.favicon().ifPresent(picture -> told.put("favicon", address("favicon", picture)));
        told.put("light", now.light().chosen());
        told.put("dark", now.dark().chosen());
        return told;
    }

    private static String address(String name, Picture picture) {
        return "/brand/" + name + "?v=" + Integer.toHexString(Arrays.hashCode(picture.bytes()));
    }

    private static Optional<Picture> file(String name, String file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        try {
            Path path = Path.of(file);
            if (type == null || Files.size(path) > LARGEST) {
                LOG.warn("Brand: the {} has to be one of {} with at most {} bytes", name, TYPES.keySet(), LARGEST);
                return Optional.empty();
            }
            return Optional.of(new Picture(type, Files.readAllBytes(path)));
        } catch (IOException e) {
            LOG.warn("Brand: the {} cannot be read: {}", name, e.toString());
            return Optional.empty();
        }
    }
}
