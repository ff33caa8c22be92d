package dev.karavel.web.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.spi.data.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeWordsTest {
    @ParameterizedTest
    @CsvSource({
        "NUMERIC,DECIMAL",
        "'DECIMAL(10,2)',DECIMAL",
        "DOUBLE PRECISION,DECIMAL",
        "BIGINT,INTEGER",
        "int8,INTEGER",
        "DATETIME,TIMESTAMP",
        "TIMESTAMP WITH TIME ZONE,TIMESTAMP",
        "Date,DATE",
        "BOOLEAN,BOOLEAN",
        "STRING,TEXT",
        "'',TEXT",
        "POINT,TEXT"
    })
    void aWordForATypeSaysWhatAColumnHolds(String word, ColumnType type) {
        assertThat(TypeWords.of(word)).isEqualTo(type);
    }
}
