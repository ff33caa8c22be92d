SELECT YEAR("sold_at") AS y, MONTH("sold_at") AS m, COUNT(*) AS n FROM "sales" GROUP BY YEAR("sold_at"), MONTH("sold_at")

SELECT DATE_TRUNC('DAY', "sold_at") AS sale_day, SUM("amount") AS total FROM "sales" GROUP BY DATE_TRUNC('DAY', "sold_at")

SELECT DATEADD('DAY', 1, "sold_at") AS tomorrow, "id" FROM "sales"

SELECT DATEDIFF('HOUR', MIN("sold_at"), MAX("sold_at")) AS hours FROM "sales"

SELECT DAYNAME("day") AS day_name, MONTHNAME("day") AS month_name, "id" FROM "sales"

SELECT EXTRACT(DOW FROM "sold_at") AS dow, EXTRACT(QUARTER FROM "sold_at") AS q, "id" FROM "sales"

SELECT MEDIAN("price") AS middle FROM "sales" GROUP BY "region"

SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "price") AS middle FROM "sales"

SELECT LISTAGG("product", ', ') WITHIN GROUP (ORDER BY "id") AS products FROM "sales" WHERE "id" < 80 GROUP BY "region"

SELECT GROUP_CONCAT("product" ORDER BY "id" SEPARATOR ', ') AS products FROM "sales" WHERE "id" < 80

SELECT "id" FROM "sales" WHERE "product" ILIKE '%tea%'

SELECT "id" FROM "sales" WHERE "product" REGEXP '^[A-M]'

SELECT REGEXP_REPLACE("product", '[aeiou]', '*') AS hidden FROM "sales"

SELECT "id", "amount"::INTEGER AS whole FROM "sales"

SELECT "id", ROW_NUMBER() OVER (ORDER BY "id") AS rn FROM "sales" QUALIFY ROW_NUMBER() OVER (PARTITION BY "region" ORDER BY "id") = 1

SELECT "id" FROM "sales" ORDER BY "id" FETCH FIRST 2 ROWS WITH TIES

SELECT DISTINCT ON ("region") "region", "id" FROM "sales" ORDER BY "region", "id"

SELECT x.n, COUNT(s."id") AS c FROM SYSTEM_RANGE(1, 12) AS x (n) LEFT JOIN "sales" s ON EXTRACT(MONTH FROM s."sold_at") = x.n GROUP BY x.n

SELECT u.n, s."product" FROM UNNEST(ARRAY[1, 2, 3]) AS u (n) JOIN "sales" s ON s."id" = u.n

SELECT IFNULL("region", 'none') AS place, NVL2("note", 1, 0) AS noted, "id" FROM "sales"

SELECT "id" FROM "sales" WHERE "id" = ANY (SELECT b."id" FROM "sales" b WHERE b."price" > 100)

SELECT CARDINALITY(ARRAY_AGG("id" ORDER BY "id")) AS ids FROM "sales" WHERE "id" < 60 GROUP BY "region"

SELECT COUNT(*) AS n FROM PUBLIC."sales"

SELECT s."id" FROM "PUBLIC"."sales" s WHERE s."id" > 300

SELECT $$it's text$$ AS quoted, "id" FROM "sales" WHERE "id" < 9

SELECT "id", FIRST_VALUE("amount") IGNORE NULLS OVER (PARTITION BY "region" ORDER BY "id") AS f FROM "sales"

SELECT "id", NTH_VALUE("id", 2) OVER (PARTITION BY "region" ORDER BY "id") AS second_one FROM "sales"

SELECT "id", SUM("amount") OVER (ORDER BY "id" GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW) AS g FROM "sales"

SELECT ENTRY, N FROM (SELECT "product" AS ENTRY, COUNT(*) AS N FROM "sales" GROUP BY "product") T WHERE T.N > 3

SELECT "region", CORR("id", "price") AS c, REGR_SLOPE("price", "id") AS r FROM "sales" GROUP BY "region"

SELECT "id" FROM "sales" WHERE ("id", "product") IN (SELECT "id", "product" FROM "sales" WHERE "price" > 100)

SELECT "id", CASE WHEN "online" THEN 'web' WHEN NOT "online" THEN 'shop' END AS channel FROM "sales"

SELECT BOOL_AND("online") AS always, BOOL_OR("online") AS ever FROM "sales"
