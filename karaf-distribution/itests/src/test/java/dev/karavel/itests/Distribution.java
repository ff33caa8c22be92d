package dev.karavel.itests;

import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureSecurity;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import dev.karavel.itests.exam.Container;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.ops4j.pax.exam.Option;

/** The distribution as it was built, on a port of its own, with nothing changed but where it finds Pax Exam. */
public class Distribution implements Container {
    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";

    @Override
    public List<Option> options() {
        File repository = new File(System.getProperty("karavel.repository"));
        String port = Integer.toString(freePort());
        return List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("karavel.distribution"))
                                .toURI()
                                .toString())
                        .karafVersion(System.getProperty("karaf.version"))
                        .name("Karavel")
                        .useDeployFolder(false)
                        .unpackDirectory(new File(System.getProperty("karavel.exam"))),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                configureSecurity().disableKarafMBeanServerBuilder(),
                keepRuntimeFolder(),
                systemTimeout(300_000),
                editConfigurationFilePut(
                        MAVEN,
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots, "
                                + repository.toURI() + "@id=exam@snapshots"),
                editConfigurationFilePut("etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", port),
                systemProperty(Server.ADDRESS).value("http://127.0.0.1:" + port),
                vmOption("@" + System.getProperty("karavel.java.options")),
                vmOption("-classpath"),
                vmOption("lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
