package dev.karavel.spi.data;

import java.util.List;

/**
 * A JDBC driver that an administrator has to bring.
 *
 * @param title whose it is, as people say it: Oracle
 * @param classes names of the driver's class, the newest first: vendors rename them
 * @param url the beginning of the addresses it understands; a driver of the same vendor that understands it will do
 * @param file the jar to get, by the name it is published under
 * @param publisher where it is published
 */
public record WantedDriver(String title, List<String> classes, String url, String file, String publisher) {
    public WantedDriver {
        classes = List.copyOf(classes);
    }

    /** Whether a class is of the same vendor, by the first two parts of its package. */
    boolean isOfVendor(String className) {
        return classes.stream().anyMatch(each -> vendor(each).equals(vendor(className)));
    }

    private static String vendor(String className) {
        int first = className.indexOf('.');
        int second = className.indexOf('.', first + 1);
        return second < 0 ? className : className.substring(0, second);
    }
}
