SELECT YEAR("sold_at") AS sale_year, COUNT(*) AS n FROM "sales" WHERE "sold_at" IS NOT NULL GROUP BY YEAR("sold_at")

SELECT MONTH("sold_at") AS sale_month, SUM("amount") AS revenue FROM "sales" GROUP BY MONTH("sold_at")

SELECT DAY("sold_at") AS day_of_month, HOUR("sold_at") AS hour_of_day, MINUTE("sold_at") AS minute_of_hour, "id" FROM "sales"

SELECT t.y, COUNT(*) AS n FROM (SELECT YEAR("sold_at") AS y FROM "sales") t GROUP BY t.y

SELECT "id" FROM "sales" WHERE "sold_at" >= TIMESTAMP('2024-01-01 00:00:00') AND "sold_at" < TIMESTAMP('2024-06-01 00:00:00')

SELECT "id" FROM "sales" WHERE "day" = DATE('2024-01-15')

SELECT "id", DATE("sold_at") AS sale_day, TIME("sold_at") AS sale_time FROM "sales" WHERE "sold_at" IS NOT NULL

SELECT {fn TIMESTAMPADD(SQL_TSI_DAY, 1, "sold_at")} AS tomorrow, "id" FROM "sales"

SELECT {fn TIMESTAMPDIFF(SQL_TSI_HOUR, MIN("sold_at"), MAX("sold_at"))} AS hours FROM "sales"

SELECT "id" FROM "sales" WHERE "sold_at" > {fn TIMESTAMPADD(SQL_TSI_MONTH, -3, TIMESTAMP('2024-08-01 00:00:00'))}

SELECT {fn CONCAT("region", "product")} AS label FROM "sales"

SELECT {fn LENGTH("product")} AS letters, {fn UCASE("region")} AS loud FROM "sales"

SELECT {fn ABS("price")} AS a, {fn SQRT("price")} AS r FROM "sales" WHERE "price" > 0

SELECT LOCATE('e', "product") AS e_at, "id" FROM "sales"

SELECT SUBSTR("product", 2) AS rest, "id" FROM "sales"

SELECT UCASE("product") AS loud, LCASE("region") AS quiet FROM "sales"

SELECT LTRIM("note") AS l, RTRIM("note") AS r FROM "sales"

SELECT TRIM(LEADING 'T' FROM "product") AS trimmed FROM "sales"

SELECT TRIM(BOTH 'a' FROM "product") AS trimmed FROM "sales"

SELECT CAST("id" AS INTEGER) AS i, CAST("id" AS SMALLINT) AS s, CAST("id" AS DOUBLE) AS d FROM "sales"

SELECT CAST("id" AS VARCHAR(20)) AS v FROM (SELECT CAST("id" AS CHAR(20)) AS "id" FROM "sales") x

SELECT CAST('2024-01-01' AS DATE) AS d, "id" FROM "sales" WHERE "id" < 9

SELECT BIGINT("id") AS b, INTEGER("id") AS i, DOUBLE("id") AS d FROM "sales"

SELECT CHAR("day") AS shown, VARCHAR("product") AS v FROM "sales" WHERE "id" < 30

SELECT LN("price") AS l, LOG10("price") AS t, EXP(1.0) AS e FROM "sales" WHERE "price" > 0

SELECT SIN("price") AS s, COS("price") AS c, TAN("price") AS t, ATAN("price") AS a FROM "sales"

SELECT FLOOR("price") AS f, CEIL("price") AS c, SIGN("price") AS s FROM "sales"

SELECT DEGREES("price") AS d, RADIANS("price") AS r, PI() AS p FROM "sales"

SELECT VALUE_OF_IT FROM (SELECT COALESCE("region", 'nowhere') AS VALUE_OF_IT FROM "sales") x

SELECT "region", STDDEV_POP("price") AS deviation, VAR_POP("price") AS variance_of_it FROM "sales" GROUP BY "region"

SELECT "region", STDDEV_SAMP("price") AS deviation, VAR_SAMP("price") AS variance_of_it FROM "sales" GROUP BY "region"

SELECT ROW_NUMBER() OVER () AS place, "id" FROM "sales" WHERE "id" < 0

SELECT "region", "product", COUNT(*) AS n FROM "sales" GROUP BY ROLLUP ("region", "product")

SELECT "region", SUM("amount") AS total FROM "sales" GROUP BY ROLLUP ("region") ORDER BY 1

SELECT "id" FROM "sales" ORDER BY "id" OFFSET 5 ROWS

SELECT "id" FROM "sales" ORDER BY "id" OFFSET 5 ROWS FETCH FIRST 3 ROWS ONLY

SELECT "id" FROM "sales" ORDER BY "id" FETCH NEXT 3 ROWS ONLY

SELECT "id" FROM "sales" ORDER BY "id" FETCH FIRST 1 ROW ONLY

SELECT "region", COUNT(*) AS n FROM "sales" GROUP BY "region" ORDER BY n DESC, "region" FETCH FIRST 2 ROWS ONLY

SELECT "product" FROM "sales" EXCEPT ALL SELECT "product" FROM "sales" WHERE "region" = 'North'

SELECT "product" FROM "sales" INTERSECT ALL SELECT "product" FROM "sales" WHERE "region" = 'East'

SELECT x.a FROM (VALUES (1), (2), (3)) AS x (a) JOIN "sales" s ON s."id" = x.a

SELECT x.code, x.nr, COUNT(s."id") AS n FROM (VALUES ('Tea', 1), ('Milk', 2)) x (code, nr) LEFT JOIN "sales" s ON s."product" = x.code GROUP BY x.code, x.nr

SELECT "id" FROM "sales" NATURAL JOIN (SELECT "id" FROM "sales" WHERE "price" > 50) y

SELECT a."id" FROM "sales" a JOIN (SELECT "id" FROM "sales") b USING ("id") WHERE a."price" > 90

SELECT COUNT(*) AS n FROM APP."sales"

SELECT s."id" FROM "APP"."sales" AS s WHERE s."id" > 300

SELECT app."sales"."id" FROM app."sales" WHERE 1 = 0

SELECT CASE WHEN EXISTS (SELECT 1 FROM "sales" b WHERE b."id" = a."id" + 4) THEN 'yes' ELSE 'no' END AS followed, a."id" FROM "sales" a

SELECT "id" FROM "sales" WHERE "amount" > ANY (SELECT "amount" FROM "sales" WHERE "product" = 'Tea')

SELECT "id" FROM "sales" WHERE "amount" <= SOME (SELECT "amount" FROM "sales" WHERE "id" < 9)

SELECT "id" FROM "sales" WHERE "online" = TRUE

SELECT "id" FROM "sales" WHERE "online" IS NOT NULL AND NOT "online"

SELECT "online", AVG(CAST("amount" AS DOUBLE)) AS mean FROM "sales" GROUP BY "online"

SELECT CASE WHEN "online" THEN 'web' ELSE 'shop' END AS channel, "id" FROM "sales" WHERE "online" IS NOT NULL

SELECT NULLIF("product", 'Tea') AS no_tea, "id" FROM "sales"

SELECT a."id", b."id" AS other FROM "sales" a JOIN "sales" b ON a."day" = b."day" AND a."id" < b."id"

SELECT t.d, t.n FROM (SELECT "day" AS d, COUNT(*) AS n FROM "sales" GROUP BY "day") t WHERE t.n >= 1 AND t.d IS NOT NULL

SELECT SUM("amount" * "price") / SUM("price") AS weighted FROM "sales" WHERE "amount" IS NOT NULL

SELECT "region", MIN("product") AS first_one, MAX("product") AS last_one FROM "sales" GROUP BY "region"

SELECT "product" || ' in ' || COALESCE("region", 'nowhere') AS label FROM "sales"

SELECT "id", MOD("id", 10) AS digit, "id" / 10 AS tens FROM "sales"

SELECT SUM(DISTINCT "price") AS s, AVG("price") AS a FROM "sales"

SELECT "region" FROM "sales" GROUP BY "region" HAVING MAX("amount") > 900 AND MIN("amount") < 100

SELECT y.m, y.total, (SELECT SUM("amount") FROM "sales") AS overall FROM (SELECT MONTH("day") AS m, SUM("amount") AS total FROM "sales" GROUP BY MONTH("day")) y
