package dev.karavel.web.karavel;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Which Karavel this is. */
public final class Version {
    private Version() {}

    public static String current() {
        Bundle bundle = FrameworkUtil.getBundle(Version.class);
        if (bundle == null) {
            return "0";
        }
        org.osgi.framework.Version version = bundle.getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
