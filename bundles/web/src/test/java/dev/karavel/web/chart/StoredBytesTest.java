package dev.karavel.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredBytesTest {
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.5", "*"})
    void browsersTakeItCompressed(String header) {
        assertThat(StoredBytes.acceptsGzip(header)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.0", "xgzip"})
    void othersGetItInflated(String header) {
        assertThat(StoredBytes.acceptsGzip(header)).isFalse();
    }
}
