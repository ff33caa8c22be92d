package dev.karavel.query.post.geo;

import static dev.karavel.query.post.Posted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.karavel.query.post.Posted;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers: Superset's test_geography.py (frame lonlat_df), Wikipedia's "Geohash", the documentation of geopy.point.Point. */
class GeographyTest {
    private static final String HASH = "{'geohash': 'geohash', 'longitude': 'longitude', 'latitude': 'latitude'}";
    private static final String WORDS =
            "{'geodetic': 'words', 'longitude': 'longitude', 'latitude': 'latitude', 'altitude': 'altitude'}";

    @Test
    void geohashesOfNewYorkAndSydneyAreDecoded() {
        Posted result = Posted.of(
                        "city:text geohash:text", row("New York City", "dr5regw3pg6f"), row("Sydney", "r3gx2u9qdevk"))
                .then("geohash_decode", HASH);

        assertThat(result.names()).containsExactly("city", "geohash", "latitude", "longitude");
        assertThat(result.numbersOf("latitude"))
                .containsExactly(new double[] {40.71277496, -33.85598011}, offset(1e-6));
        assertThat(result.numbersOf("longitude"))
                .containsExactly(new double[] {-74.00597306, 151.20666526}, offset(1e-6));
    }

    @Test
    void theirPlacesAreEncoded() {
        Posted result = Posted.of(
                        "latitude:decimal longitude:decimal",
                        row(40.71277496, -74.00597306),
                        row(-33.85598011, 151.20666526),
                        row(null, 1.0))
                .then("geohash_encode", HASH);

        assertThat(result.names()).containsExactly("latitude", "longitude", "geohash");
        assertThat(result.column("geohash")).containsExactly("dr5regw3pg6f", "r3gx2u9qdevk", null);
    }

    /** Wikipedia: ezs42 is the field around 42.605, -5.603; 57.64911, 10.40744 lies in u4pruydqqvj. */
    @Test
    void wellKnownHashes() {
        assertThat(Geohash.decode("ezs42")).contains(new Geohash.Place(42.60498046875, -5.60302734375));
        assertThat(Geohash.decode("EZS42")).isEqualTo(Geohash.decode("ezs42"));
        assertThat(Geohash.encode(new Geohash.Place(57.64911, 10.40744), 11)).isEqualTo("u4pruydqqvj");
        assertThat(Geohash.encode(new Geohash.Place(57.64911, 370.40744), 11)).isEqualTo("u4pruydqqvj");
    }

    @Test
    void whatIsEncodedIsDecodedToTheSameField() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            Geohash.Place place = new Geohash.Place(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
            Geohash.Place back = Geohash.decode(Geohash.encode(place, 12)).orElseThrow();
            assertThat(back.latitude()).isCloseTo(place.latitude(), offset(1e-6));
            assertThat(back.longitude()).isCloseTo(place.longitude(), offset(1e-6));
        }
        assertThat(Geohash.encode(new Geohash.Place(90, 180), 4)).isEqualTo("zzzz");
        assertThat(Geohash.encode(new Geohash.Place(-90, -180), 4)).isEqualTo("0000");
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        for (String hash : List.of("", "abc", "ezs4!", "e".repeat(25))) {
            Posted.of("geohash:text", row(hash)).refuses("geohash_decode", HASH, "geohash");
        }
        Posted.of("latitude:decimal longitude:decimal", row(90.1, 0.0)).refuses("geohash_encode", HASH, "latitude");
        Posted.of("geohash:text").refuses("geohash_decode", "{'geohash': 'geohash', 'longitude': 'x'}", "latitude");
        assertThat(Posted.of("geohash:text", row((Object) null))
                        .then("geohash_decode", HASH)
                        .rows()
                        .get(0))
                .containsOnlyNulls();
    }

    @Test
    void pointsWithHeightsAreRead() {
        Posted result = Posted.of(
                        "city:text words:text",
                        row("New York City", "40.71277496, -74.00597306, 5.5km"),
                        row("Sydney", "-33.85598011, 151.20666526, 12m"))
                .then("geodetic_parse", WORDS);

        assertThat(result.names()).containsExactly("city", "words", "latitude", "longitude", "altitude");
        assertThat(result.column("latitude")).containsExactly(40.71277496, -33.85598011);
        assertThat(result.column("longitude")).containsExactly(-74.00597306, 151.20666526);
        assertThat(result.column("altitude")).containsExactly(5.5, 0.012);
    }

    /** The forms of geopy's documentation; minutes are a 60th and seconds a 3600th of a degree. */
    @Test
    void everyFormOfWordsIsRead() {
        assertPoint("41.5;-81.0", 41.5, -81, 0);
        assertPoint("41.5,-81.0", 41.5, -81, 0);
        assertPoint("41.5 -81.0", 41.5, -81, 0);
        assertPoint("41.5 N -81.0 W", 41.5, 81, 0);
        assertPoint("41.5N 81.0W", 41.5, -81, 0);
        assertPoint("-41.5 S;81.0 E", 41.5, 81, 0);
        assertPoint("N 39 W 75", 39, -75, 0);
        assertPoint("23 26m 22s N 23 27m 30s E", 23 + 26 / 60.0 + 22 / 3600.0, 23 + 27 / 60.0 + 30 / 3600.0, 0);
        assertPoint("23 26' 22\" N 23 27' 30\" E", 23 + 26 / 60.0 + 22 / 3600.0, 23 + 27 / 60.0 + 30 / 3600.0, 0);
        assertPoint("UT: N 39°20' 0'' / W 74°35' 0''", 39 + 20 / 60.0, -(74 + 35 / 60.0), 0);
        assertPoint("-23 26m 22s 23 27m 30s", -(23 + 26 / 60.0 + 22 / 3600.0), 23 + 27 / 60.0 + 30 / 3600.0, 0);
        assertPoint("41.5N 81.0W 30 km", 41.5, -81, 30);
        assertPoint("41.5, -81.0, 2.5mi", 41.5, -81, 4.02336);
        assertPoint("41.5, -81.0, 10000 ft", 41.5, -81, 3.048);
        assertPoint("41.5, -81.0, 2 nm", 41.5, -81, 3.704);
        assertPoint("10 190", 10, -170, 0);
    }

    @Test
    void otherWordsSayNoPlace() {
        for (String words : List.of("", "here", "41.5", "91 0", "41.5N", "1 2 3", "41.5 E 81 N", " ".repeat(200))) {
            assertThat(GeodeticPoint.parse(words)).as(words).isEmpty();
            Posted.of("words:text", row(words)).refuses("geodetic_parse", WORDS, "geodetic");
        }
    }

    private static void assertPoint(String words, double latitude, double longitude, double altitude) {
        GeodeticPoint point = GeodeticPoint.parse(words).orElseThrow(() -> new AssertionError(words));
        assertThat(point.latitude()).as(words).isCloseTo(latitude, offset(1e-12));
        assertThat(point.longitude()).as(words).isCloseTo(longitude, offset(1e-12));
        assertThat(point.altitude()).as(words).isCloseTo(altitude, offset(1e-12));
    }
}
