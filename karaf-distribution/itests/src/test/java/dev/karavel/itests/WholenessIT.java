package dev.karavel.itests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.itests.exam.InsideKarafTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Nothing of the distribution is missing or broken once it has started. */
@InsideKarafTest(Distribution.class)
class WholenessIT {
    @BeforeEach
    void serverIsReady() throws IOException {
        Server.awaitReady();
    }

    @Test
    void nobodyGetsInWithoutSignIn() throws IOException {
        assertThat(Server.status("/login/")).isEqualTo(200);
        assertThat(Server.status("/dashboard/list/")).isEqualTo(302);
        assertThat(Server.status("/api/v1/chart/")).isEqualTo(401);
    }

    @Test
    void noComponentIsUnsatisfied(ServiceComponentRuntime runtime) {
        assertThat(runtime.getComponentDescriptionDTOs().stream()
                        .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream())
                        .filter(configuration -> (configuration.state
                                        & (ComponentConfigurationDTO.ACTIVE | ComponentConfigurationDTO.SATISFIED))
                                == 0)
                        .flatMap(WholenessIT::complaints))
                .isEmpty();
    }

    /** Of several constructors that take as many arguments as it asks for, Declarative Services takes any. */
    @Test
    void everyComponentHasOneConstructorToStartBy(ServiceComponentRuntime runtime, BundleContext context)
            throws ClassNotFoundException {
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.implementationClass.startsWith("dev.karavel.")) {
                Class<?> type = context.getBundle(component.bundle.id).loadClass(component.implementationClass);
                assertThat(type.getConstructors())
                        .as(component.name)
                        .filteredOn(constructor -> constructor.getParameterCount() == component.init)
                        .hasSize(1);
            }
        }
    }

    @Test
    void everyFeatureOfTheBootIsStarted(FeaturesService features) throws Exception {
        assertThat(features.listInstalledFeatures())
                .anyMatch(feature -> feature.getName().equals("karavel"));
        assertThat(Arrays.stream(features.listInstalledFeatures())
                        .filter(feature -> features.getState(feature.getId()) != FeatureState.Started))
                .isEmpty();
    }

    @Test
    void everyBundleIsActive(BundleContext context) {
        assertThat(Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                        .filter(bundle -> bundle.getState() != Bundle.ACTIVE))
                .isEmpty();
    }

    /** Else Karaf's features service begins anew while it installs the boot features, and now and then a first start fails. */
    @Test
    void whatTheFeaturesServiceNeedsStartsBeforeIt(BundleContext context) {
        int features = startLevel(context, "org.apache.karaf.features.core");
        assertThat(startLevel(context, "dev.karavel.gate")).isLessThan(features);
        assertThat(startLevel(context, "org.apache.karaf.services.eventadmin")).isLessThan(features);
    }

    private static int startLevel(BundleContext context, String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .mapToInt(bundle -> bundle.adapt(BundleStartLevel.class).getStartLevel())
                .max()
                .orElseThrow(() -> new AssertionError("no bundle " + name));
    }

    private static Stream<String> complaints(ComponentConfigurationDTO configuration) {
        String name = configuration.description.name;
        return configuration.failure != null
                ? Stream.of(name + " failed: " + configuration.failure)
                : configuration.unsatisfiedReferences.length == 0
                        ? Stream.of(name + " lacks its configuration")
                        : Arrays.stream(configuration.unsatisfiedReferences)
                                .map(reference -> name + " lacks " + describe(reference));
    }

    private static String describe(UnsatisfiedReferenceDTO reference) {
        return reference.name + (reference.target == null ? "" : " " + reference.target);
    }
}
