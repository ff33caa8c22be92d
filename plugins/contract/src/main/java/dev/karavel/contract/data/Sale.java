package dev.karavel.contract.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One row of the shop. All but the id may be null. */
public record Sale(
        long id,
        String region,
        String product,
        BigDecimal amount,
        Double price,
        Boolean online,
        LocalDateTime soldAt,
        LocalDate day,
        String note) {
    /** By the column's name; calculated ones included. */
    Object value(String column) {
        return switch (column) {
            case "id" -> id;
            case "region" -> region;
            case "product" -> product;
            case "amount" -> amount;
            case "price" -> price;
            case "online" -> online;
            case "sold_at" -> soldAt;
            case "day" -> day;
            case "note" -> note;
            case "loud" -> region == null ? null : region.toUpperCase(java.util.Locale.ROOT);
            case "doubled" -> amount == null ? null : amount.multiply(BigDecimal.valueOf(2));
            default -> throw new IllegalArgumentException("The shop has no column " + column);
        };
    }

    /** With the clock of that zone on the wall. */
    Sale in(ZoneId zone) {
        LocalDateTime local = soldAt == null
                ? null
                : soldAt.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
        return new Sale(id, region, product, amount, price, online, local, day, note);
    }
}
