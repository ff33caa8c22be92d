package dev.karavel.query.post.geo;

import java.util.Optional;

/**
 * A place on earth as letters and digits that halve the longitudes and the latitudes in turn, five halvings to a letter
 * (G. Niemeyer 2008, public domain; base 32 without a, i, l, o).
 */
final class Geohash {
    private static final String LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz";
    private static final int BITS = 5;
    private static final int LONGEST = 24;

    /** In degrees. */
    record Place(double latitude, double longitude) {}

    private Geohash() {}

    /** Of a place on earth; a longitude beyond 180 degrees goes on around. */
    static String encode(Place place, int length) {
        double longitude = around(place.longitude);
        double[] longitudes = {-180, 180};
        double[] latitudes = {-90, 90};
        StringBuilder hash = new StringBuilder();
        int letter = 0;
        for (int bit = 0; bit < length * BITS; bit++) {
            boolean upper = bit % 2 == 0 ? halve(longitudes, longitude) : halve(latitudes, place.latitude);
            letter = letter * 2 + (upper ? 1 : 0);
            if (bit % BITS == BITS - 1) {
                hash.append(LETTERS.charAt(letter));
                letter = 0;
            }
        }
        return hash.toString();
    }

    private static boolean halve(double[] range, double value) {
        double middle = (range[0] + range[1]) / 2;
        boolean upper = value >= middle;
        range[upper ? 0 : 1] = middle;
        return upper;
    }

    /** The middle of the field; empty for what is no geohash. */
    static Optional<Place> decode(String hash) {
        double[] longitudes = {-180, 180};
        double[] latitudes = {-90, 90};
        if (hash.isEmpty() || hash.length() > LONGEST) {
            return Optional.empty();
        }
        for (int place = 0; place < hash.length(); place++) {
            int letter = LETTERS.indexOf(Character.toLowerCase(hash.charAt(place)));
            if (letter < 0) {
                return Optional.empty();
            }
            for (int bit = 0; bit < BITS; bit++) {
                double[] range = (place * BITS + bit) % 2 == 0 ? longitudes : latitudes;
                boolean upper = (letter >> (BITS - 1 - bit) & 1) == 1;
                range[upper ? 0 : 1] = (range[0] + range[1]) / 2;
            }
        }
        return Optional.of(new Place((latitudes[0] + latitudes[1]) / 2, (longitudes[0] + longitudes[1]) / 2));
    }

    /** A longitude from -180 to below 180; 180 itself only if it was that. */
    static double around(double longitude) {
        if (Math.abs(longitude) <= 180) {
            return longitude;
        }
        double turned = (longitude + 180) % 360;
        return (turned < 0 ? turned + 360 : turned) - 180;
    }
}
