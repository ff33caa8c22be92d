package dev.karavel.contract.data;

/**
 * How a warehouse calls the types of the shop's columns.
 *
 * @param text for up to 40 letters, compared letter by letter
 * @param decimal twelve digits, two of them behind the point
 * @param more what stands behind the closing parenthesis of CREATE TABLE
 */
public record ShopTypes(
        String text,
        String integer,
        String decimal,
        String real,
        String truth,
        String timestamp,
        String date,
        String idConstraint,
        String more) {
    public static ShopTypes standard() {
        return new ShopTypes(
                "VARCHAR(40)", "BIGINT", "DECIMAL(12, 2)", "DOUBLE PRECISION", "BOOLEAN", "TIMESTAMP", "DATE", "", "");
    }

    public ShopTypes withText(String word) {
        return new ShopTypes(word, integer, decimal, real, truth, timestamp, date, idConstraint, more);
    }

    public ShopTypes withReal(String word) {
        return new ShopTypes(text, integer, decimal, word, truth, timestamp, date, idConstraint, more);
    }

    public ShopTypes withTimestamp(String word) {
        return new ShopTypes(text, integer, decimal, real, truth, word, date, idConstraint, more);
    }

    /** Such as PRIMARY KEY, behind the type of the column id. */
    public ShopTypes withIdConstraint(String words) {
        return new ShopTypes(text, integer, decimal, real, truth, timestamp, date, words, more);
    }

    public ShopTypes withMore(String words) {
        return new ShopTypes(text, integer, decimal, real, truth, timestamp, date, idConstraint, words);
    }
}
