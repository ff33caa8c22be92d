package dev.karavel.sql.write;

import dev.karavel.spi.data.ColumnType;
import dev.karavel.spi.data.Dialect;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** How a column that is no time tells time, as its dataset says: numbers since 1970, or texts that sort as time does. */
sealed interface StoredTime {
    /** What a moment, in UTC, is compared with. */
    String literal(LocalDateTime moment, Dialect dialect);

    /**
     * @param format {@code epoch_s}, {@code epoch_ms}, or a pattern such as {@code %Y-%m-%d}
     * @return empty where the format says nothing that a column of this type can be compared by
     */
    static Optional<StoredTime> of(String format, ColumnType type) {
        if (type.isNumeric()) {
            return switch (format) {
                case "epoch_s" -> Optional.of(new Epoch(1));
                case "epoch_ms" -> Optional.of(new Epoch(1000));
                default -> Optional.empty();
            };
        }
        return type == ColumnType.TEXT ? Pattern.of(format).map(one -> one) : Optional.empty();
    }

    /** @param parts of a second */
    record Epoch(int parts) implements StoredTime {
        @Override
        public String literal(LocalDateTime moment, Dialect dialect) {
            return dialect.literal(moment.toEpochSecond(ZoneOffset.UTC) * parts);
        }
    }

    record Pattern(DateTimeFormatter formatter) implements StoredTime {
        /** From the longest span to the shortest: in another order texts do not sort as time does. */
        private static final String ORDER = "YmdHMSf";

        private static final String[] FIELDS = {"uuuu", "MM", "dd", "HH", "mm", "ss", "SSSSSS"};

        static Optional<Pattern> of(String format) {
            DateTimeFormatterBuilder pattern = new DateTimeFormatterBuilder();
            int last = -1;
            for (int at = 0; at < format.length(); at++) {
                char letter = format.charAt(at);
                if (letter != '%') {
                    pattern.appendLiteral(letter);
                    continue;
                }
                int field = ++at < format.length() ? ORDER.indexOf(format.charAt(at)) : -1;
                if (field != last + 1) {
                    return Optional.empty();
                }
                pattern.appendPattern(FIELDS[field]);
                last = field;
            }
            return last < 0 ? Optional.empty() : Optional.of(new Pattern(pattern.toFormatter(Locale.ROOT)));
        }

        @Override
        public String literal(LocalDateTime moment, Dialect dialect) {
            return dialect.literal(formatter.format(moment));
        }
    }
}
