package dev.karavel.query.post.geo;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point on the WGS 84 ellipsoid out of the words that geopy.point.Point reads: {@code 41.5N 81.0W}, {@code 41.5;-81.0},
 * {@code 23 26m 22s N 23 27m 30s E}, {@code N 39°20' 0'' / W 74°35' 0''}, and after it a height like {@code 30 km}.
 *
 * @param altitude in kilometres, 0 if none is said
 */
record GeodeticPoint(double latitude, double longitude, double altitude) {
    private static final int LONGEST = 120;
    private static final String NUMBER = "\\d+(?:\\.\\d+)?|\\.\\d+";
    private static final Pattern WORDS = Pattern.compile("\\s*(?:[A-Za-z]+:\\s*)?"
            + coordinate("lat", "NS") + "\\s*[,;/\\s]\\s*" + coordinate("lon", "EW")
            + "(?:\\s*[,;/\\s]\\s*(?<height>[-+]?(?:" + NUMBER + "))\\s*(?<unit>km|mi|m|ft|nmi|nm))?\\s*");
    private static final Map<String, Double> KILOMETRES = Map.of(
            "km", 1.0,
            "m", 0.001,
            "mi", 1.609344,
            "ft", 0.0003048,
            "nm", 1.852,
            "nmi", 1.852);

    /** Degrees, and minutes and seconds with their marks, with a side before or behind them. */
    private static String coordinate(String name, String sides) {
        return "(?<" + name + "Front>[" + sides + "])?\\s*(?<" + name + "Degrees>[-+]?(?:" + NUMBER + "))"
                + "(?:[°˚ºD*\\s]\\s*(?:(?<" + name + "Minutes>" + NUMBER + ")['′’m]\\s*)?"
                + "(?:(?<" + name + "Seconds>" + NUMBER + ")(?:''|′′|[\"″”s])\\s*)?)?"
                + "(?<" + name + "Back>[" + sides + "])?";
    }

    /** Empty for words that say no point, also for one beyond a pole. */
    static Optional<GeodeticPoint> parse(String words) {
        // Blanks in a row would be tried in every way they can be shared out.
        Matcher found = WORDS.matcher(words.strip().replaceAll("\\s+", " "));
        if (words.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        double latitude = degrees(found, "lat");
        double longitude = degrees(found, "lon");
        double altitude = found.group("height") == null
                ? 0
                : Double.parseDouble(found.group("height")) * KILOMETRES.get(found.group("unit"));
        return Math.abs(latitude) > 90
                ? Optional.empty()
                : Optional.of(new GeodeticPoint(latitude, Geohash.around(longitude), altitude));
    }

    /** A side in the south or west turns the sign, also of degrees that have one. */
    private static double degrees(Matcher found, String name) {
        String word = found.group(name + "Degrees");
        double degrees = Math.abs(Double.parseDouble(word))
                + part(found, name + "Minutes") / 60
                + part(found, name + "Seconds") / 3_600;
        String front = found.group(name + "Front");
        String side = front == null ? found.group(name + "Back") : front;
        boolean turned = "S".equals(side) || "W".equals(side);
        return word.startsWith("-") == turned ? degrees : -degrees;
    }

    private static double part(Matcher found, String group) {
        return found.group(group) == null ? 0 : Double.parseDouble(found.group(group));
    }
}
