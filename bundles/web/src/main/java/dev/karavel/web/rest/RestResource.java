package dev.karavel.web.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** A REST resource that is served only while rights are checked, failures are translated and JSON is understood. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RestResource {
    String PREFIX_ = "osgi.jakartars.";

    boolean resource() default true;

    String[] extension_select() default {"(karavel.rest=access)", "(karavel.rest=failures)", "(karavel.rest=json)"};
}
