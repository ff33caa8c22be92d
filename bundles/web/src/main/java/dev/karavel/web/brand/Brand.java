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
        return new Brand(Optional.empty(), Optional.empty(), Tones.read("", Tones.DAY), Tones.read("", Tones.NIGHT));
    }

    /** A picture as it is served. */
    record Picture(String type, byte[] bytes) {}

    private final Optional<Picture> logo;
    private final Optional<Picture> favicon;
    private final Tones light;
    private final Tones dark;

    @Activate
    public Brand(Config config) {
        this(
                picture("logo", config.logo().strip()),
                picture("favicon", config.favicon().strip()),
                Tones.read(config.light(), Tones.DAY),
                Tones.read(config.dark(), Tones.NIGHT));
        light.faults().forEach(fault -> LOG.warn("Brand, light: {}", fault));
        dark.faults().forEach(fault -> LOG.warn("Brand, dark: {}", fault));
    }

    private Brand(Optional<Picture> logo, Optional<Picture> favicon, Tones light, Tones dark) {
        this.logo = logo;
        this.favicon = favicon;
        this.light = light;
        this.dark = dark;
    }

    Optional<Picture> picture(String name) {
        return switch (name) {
            case "logo" -> logo;
            case "favicon" -> favicon;
            default -> Optional.empty();
        };
    }

    /** What the pages are told. */
    public Map<String, Object> told(String name) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        logo.ifPresent(picture -> told.put("logo", address("logo", picture)));
        favicon.ifPresent(picture -> told.put("favicon", address("favicon", picture)));
        told.put("light", light.chosen());
        told.put("dark", dark.chosen());
        return told;
    }

    private static String address(String name, Picture picture) {
        return "/brand/" + name + "?v=" + Integer.toHexString(Arrays.hashCode(picture.bytes()));
    }

    private static Optional<Picture> picture(String name, String file) {
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
