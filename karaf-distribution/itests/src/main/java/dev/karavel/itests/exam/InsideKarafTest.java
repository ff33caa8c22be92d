package dev.karavel.itests.exam;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test methods of a class inside a Karaf container. Their parameters are OSGi services, each waited for, or the
 * {@code BundleContext} of the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(KarafExtension.class)
public @interface InsideKarafTest {
    /** What the container is; classes that name the same share one, which lives until the last test of the run. */
    Class<? extends Container> value();
}
