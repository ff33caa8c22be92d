package dev.karavel.sqllab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void clausesAndItemsOfListsGetLinesOfTheirOwn() {
        assertThat(Layout.of("select a, sum(b) as total from sales s left join shops on s.shop = shops.id"
                        + " where a between 1 and 2 and b is not null group by a order by total desc limit 10"))
                .isEqualTo("""
                        SELECT
                          a,
                          sum(b) AS total
                        FROM sales s
                        LEFT JOIN shops ON s.shop = shops.id
                        WHERE a BETWEEN 1 AND 2
                          AND b IS NOT NULL
                        GROUP BY
                          a
                        ORDER BY
                          total DESC
                        LIMIT 10""");
    }

    @Test
    void textsNamesCommentsAndTemplatesStayLetterByLetter() {
        String laid = Layout.of(
                "select 'from  a, b' as \"Group  By\", {{ metric('x,  y') }} -- why,  not\n"
                        + "from {{ table }} {% if filter_values('a') %} where a in {{ filter_values('a')|where_in }} {% endif %}");
        assertThat(laid)
                .contains("'from  a, b'")
                .contains("\"Group  By\"")
                .contains("{{ metric('x,  y') }}")
                .contains("-- why,  not\n")
                .contains("{% if filter_values('a') %}")
                .contains("{{ filter_values('a')|where_in }}");
    }

    @Test
    void nothingButSpaceAndCaseChanges() {
        String sql =
                "with x as (select a, (select max(b) from t) m from t) insert into u select * from x where a>=1.5e3"
                        + " and b::text <> 'it''s' or c->>'k' = $$ raw , text $$; delete from t where extract(year from d)=2024";
        assertThat(bare(Layout.of(sql))).isEqualTo(bare(sql));
        assertThat(Layout.of(Layout.of(sql))).isEqualTo(Layout.of(sql));
    }

    private static String bare(String sql) {
        return sql.replaceAll("\\s+", "").toLowerCase(java.util.Locale.ROOT);
    }
}
