package dev.karavel.query.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwinGzipTest {
    private static byte[] plain(byte[] gzip) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8191, 8192, 131_071, 131_072, 131_073, 3_000_000})
    void bothAreWhatWasWrittenAndTheirOwnPartsWhereTheyBelong(int length) throws IOException {
        byte[] some = new byte[length];
        new Random(length).nextBytes(some);
        TwinGzip twins = new TwinGzip(4);
        twins.write(some, 0, length);
        twins.differ("stored".getBytes(UTF_8), "fresh".getBytes(UTF_8));
        twins.write('x');
        twins.write(some, 0, length);
        twins.close();
        assertThat(plain(twins.stored()))
                .hasSize(2 * length + 7)
                .startsWith(some)
                .endsWith(some);
        assertThat(plain(twins.fresh()))
                .hasSize(2 * length + 6)
                .startsWith(some)
                .endsWith(some);
        assertThat(new String(plain(twins.fresh()), length, 6, UTF_8)).isEqualTo("freshx");
    }
}
