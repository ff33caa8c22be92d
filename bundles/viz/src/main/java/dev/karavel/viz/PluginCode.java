package dev.karavel.viz;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.viz.Visualization;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fence around a plugin's Java code: whatever it throws, or does not return from, becomes a failure that names the plugin. */
record PluginCode(String vizType, String plugin, CodeThreads threads) {
    private static final Logger LOG = LoggerFactory.getLogger(PluginCode.class);

    static PluginCode of(Visualization visualization, CodeThreads threads) {
        return new PluginCode(visualization.vizType(), name(visualization), threads);
    }

    static String name(Visualization visualization) {
        return visualization.plugin() + " " + visualization.version();
    }

    <T> T call(String what, Supplier<T> code) {
        try {
            return threads.call(plugin, code);
        } catch (InvalidFormData e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("Plugin {} failed in {} of chart type {}", plugin, what, vizType, e);
            throw new KaravelException(
                    ErrorCode.PLUGIN_FAILED,
                    "Plugin " + plugin + " failed for chart type " + vizType
                            + (e instanceof CodeThreads.GivenUp ? ": " + e.getMessage() : ""),
                    e);
        }
    }
}
