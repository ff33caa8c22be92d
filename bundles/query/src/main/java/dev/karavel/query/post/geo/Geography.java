package dev.karavel.query.post.geo;

import dev.karavel.query.post.Frame;
import dev.karavel.query.post.Options;
import dev.karavel.query.post.Series;
import dev.karavel.query.post.Step;
import dev.karavel.spi.data.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Columns of places out of other columns; a missing value stays missing, one that is no place is refused as in Superset. */
public final class Geography {
    private static final int LENGTH = 12;

    private Geography() {}

    /** {@code geohash} into {@code longitude} and {@code latitude}, the middle of its field. */
    public static Step decode(Options options) {
        options.known("geohash", "longitude", "latitude");
        List<String> targets = List.of(options.needed("latitude"), options.needed("longitude"));
        return parsed(options, "geohash", targets, text -> Geohash.decode(text.strip())
                .map(place -> new double[] {place.latitude(), place.longitude()}));
    }

    /** {@code geodetic} words into {@code longitude}, {@code latitude} and, if it is named, {@code altitude} in kilometres. */
    public static Step parse(Options options) {
        options.known("geodetic", "longitude", "latitude", "altitude");
        List<String> targets = new ArrayList<>(List.of(options.needed("latitude"), options.needed("longitude")));
        options.text("altitude").ifPresent(targets::add);
        return parsed(options, "geodetic", targets, text -> GeodeticPoint.parse(text)
                .map(point -> new double[] {point.latitude(), point.longitude(), point.altitude()}));
    }

    private static Step parsed(
            Options options, String option, List<String> targets, Function<String, Optional<double[]>> parser) {
        String source = options.needed(option);
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            Frame flat = frame.flat();
            Object[] words = flat.single(source, options, option).values();
            Object[][] columns = new Object[targets.size()][words.length];
            for (int row = 0; row < words.length; row++) {
                if (words[row] != null) {
                    String text = words[row].toString();
                    double[] numbers = parser.apply(text)
                            .orElseThrow(() -> options.wrong(option, "\"" + shown(text) + "\" says no place on earth"));
                    for (int i = 0; i < columns.length; i++) {
                        columns[i][row] = numbers[i];
                    }
                }
            }
            List<Series> places = new ArrayList<>();
            for (int i = 0; i < columns.length; i++) {
                places.add(Series.of(targets.get(i), ColumnType.DECIMAL, columns[i]));
            }
            return flat.put(places);
        };
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** {@code longitude} and {@code latitude} into a {@code geohash} of twelve letters. */
    public static Step encode(Options options) {
        options.known("geohash", "longitude", "latitude");
        String target = options.needed("geohash");
        String longitude = options.needed("longitude");
        String latitude = options.needed("latitude");
        return frame -> {
            if (frame.rows() == 0) {
                return frame;
            }
            Frame flat = frame.flat();
            double[] longitudes = flat.single(longitude, options, "longitude").numbers();
            double[] latitudes = flat.single(latitude, options, "latitude").numbers();
            Object[] hashes = new Object[longitudes.length];
            for (int row = 0; row < hashes.length; row++) {
                if (Math.abs(latitudes[row]) > 90 || Double.isInfinite(longitudes[row])) {
                    throw options.wrong("latitude", latitudes[row] + " is beyond the poles");
                }
                boolean missing = Double.isNaN(longitudes[row]) || Double.isNaN(latitudes[row]);
                hashes[row] =
                        missing ? null : Geohash.encode(new Geohash.Place(latitudes[row], longitudes[row]), LENGTH);
            }
            return flat.put(List.of(Series.of(target, ColumnType.TEXT, hashes)));
        };
    }
}
