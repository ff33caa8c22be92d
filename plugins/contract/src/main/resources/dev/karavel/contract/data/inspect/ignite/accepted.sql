SELECT "region", COUNT(*) AS n FROM "sales" GROUP BY "region" ORDER BY n DESC, "region"

SELECT YEAR("sold_at") AS y, MONTH("sold_at") AS m, COUNT(*) AS n FROM "sales" GROUP BY YEAR("sold_at"), MONTH("sold_at")

SELECT EXTRACT(HOUR FROM "sold_at") AS h, COUNT(*) AS n FROM "sales" GROUP BY EXTRACT(HOUR FROM "sold_at")

SELECT EXTRACT(DAY FROM "day") AS d, COUNT(*) AS n FROM "sales" GROUP BY EXTRACT(DAY FROM "day")

SELECT "id" FROM "sales" WHERE "sold_at" >= TIMESTAMP '2024-01-01 00:00:00' AND "sold_at" < TIMESTAMP '2024-06-01 00:00:00'

SELECT DAYOFMONTH("sold_at") AS d, DAYOFWEEK("sold_at") AS w, "id" FROM "sales"

SELECT QUARTER("sold_at") AS q, HOUR("sold_at") AS h, MINUTE("sold_at") AS mi, "id" FROM "sales"

SELECT "id" FROM "sales" WHERE "id" IN (1, 2, 3) OR "product" = 'Tea'

SELECT COUNT(*) AS n FROM PUBLIC."sales"

SELECT s."id" FROM "PUBLIC"."sales" s WHERE s."id" > 300

SELECT "id", CAST("id" AS VARCHAR) AS v, CAST("price" AS INTEGER) AS i FROM "sales" WHERE "price" IS NOT NULL

SELECT "id", CAST("amount" AS DOUBLE) AS d FROM "sales"

SELECT SUBSTRING("product", 2) AS rest, "id" FROM "sales"

SELECT LTRIM("note") AS l, RTRIM("note") AS r FROM "sales"

SELECT LOWER("product") AS l, UPPER("product") AS u, REPLACE("product", 'e', 'E') AS r FROM "sales"

SELECT "id", CASE WHEN "online" THEN 'web' ELSE 'shop' END AS channel FROM "sales" WHERE "online" IS NOT NULL

SELECT "id" FROM "sales" WHERE "online" IS TRUE

SELECT "id" FROM "sales" WHERE "amount" BETWEEN 100 AND 200 ORDER BY "id" DESC LIMIT 5

SELECT SIN("price") AS s, COS("price") AS c, ATAN("price") AS a FROM "sales" WHERE "price" IS NOT NULL

SELECT LOG10("price") AS l, EXP(1.0) AS e FROM "sales" WHERE "price" > 0

SELECT DEGREES("price") AS d, RADIANS("price") AS r FROM "sales" WHERE "price" IS NOT NULL

SELECT TRUNCATE("price", 1) AS t, ROUND("price", 1) AS r, "id" FROM "sales" WHERE "price" IS NOT NULL

SELECT SUM(DISTINCT "price") AS s, COUNT(DISTINCT "region") AS c FROM "sales"

SELECT "region", MIN("product") AS first_one, MAX("product") AS last_one FROM "sales" GROUP BY "region"

SELECT y.m, y.total FROM (SELECT MONTH("day") AS m, SUM("amount") AS total FROM "sales" GROUP BY MONTH("day")) y WHERE y.total > 100

SELECT "id", MOD("id", 10) AS digit, "id" / 10 AS tens FROM "sales"

SELECT COALESCE("note", "region", 'nothing') AS c, "id" FROM "sales"

SELECT "product" || ' in ' || COALESCE("region", 'nowhere') AS label FROM "sales"

SELECT "id" FROM "sales" WHERE "note" LIKE 'Note _ %'

SELECT t.d, t.n FROM (SELECT "day" AS d, COUNT(*) AS n FROM "sales" GROUP BY "day") t WHERE t.n >= 1 AND t.d IS NOT NULL

SELECT SUM("price" * "id") / SUM("id") AS weighted FROM "sales" WHERE "price" IS NOT NULL

SELECT a."id", b."id" AS other FROM "sales" a JOIN "sales" b ON a."day" = b."day" AND a."id" < b."id"

SELECT "region" FROM "sales" GROUP BY "region" HAVING MAX("amount") > 900 AND MIN("amount") < 100

SELECT ABS(MIN("price") - MAX("price")) AS spread FROM "sales" GROUP BY "product"

SELECT "id" FROM "sales" WHERE "amount" > (SELECT MIN("amount") FROM "sales") AND "amount" < (SELECT MAX("amount") FROM "sales")

SELECT ASCII("product") AS a, CHAR_LENGTH("note") AS l, "id" FROM "sales"

SELECT CONCAT("product", "note") AS c, "id" FROM "sales" WHERE "note" IS NOT NULL

SELECT "id" FROM "sales" ORDER BY "id" LIMIT 4

SELECT "id" FROM "sales" ORDER BY "amount" DESC, "id" LIMIT 10 OFFSET 5

SELECT "product" FROM "sales" WHERE "region" = 'East' UNION ALL SELECT "product" FROM "sales" WHERE "region" = 'North'

SELECT COUNT(*) AS c FROM (SELECT "product", "region" FROM "sales" GROUP BY "product", "region") x

SELECT "day", COUNT(*) AS n FROM "sales" WHERE "day" > DATE '2024-01-01' GROUP BY "day"

SELECT "id" FROM "sales" WHERE CAST("sold_at" AS DATE) = "day"

SELECT NULLIF("product", 'Tea') AS no_tea, "id" FROM "sales"

SELECT CEIL("price") AS c, FLOOR("price") AS f, SIGN("price") AS s FROM "sales" WHERE "price" IS NOT NULL

SELECT a."product", COUNT(*) AS n FROM "sales" a LEFT JOIN "sales" b ON a."id" = b."id" AND b."price" > 50 WHERE b."id" IS NULL GROUP BY a."product"

SELECT "id" FROM "sales" WHERE "product" NOT IN ('Tea', 'Milk') AND "region" IS NOT NULL

SELECT "id" FROM "sales" WHERE "product" NOT LIKE '%e%'

SELECT "id" FROM "sales" WHERE "price" NOT BETWEEN 10 AND 100

SELECT MAX("sold_at") AS m FROM "sales" WHERE "product" = 'Milk'

SELECT "region", AVG("price") AS a FROM "sales" WHERE "price" > 1 GROUP BY "region" HAVING AVG("price") > 10

SELECT (SELECT COUNT(*) FROM "sales") AS overall, COUNT(*) AS tea FROM "sales" WHERE "product" = 'Tea'

SELECT LEFT("product", 2) AS l, RIGHT("product", 2) AS r, "id" FROM "sales"

SELECT a."id" FROM "sales" a JOIN "sales" b ON a."id" = b."id" WHERE b."price" > 90

SELECT "id" FROM "sales" WHERE "id" IN (SELECT "id" FROM "sales" WHERE "price" > 100)

SELECT DATEADD('DAY', 7, "day") AS week_later, "id" FROM "sales" WHERE "day" IS NOT NULL

SELECT DATEDIFF('DAY', "day", DATE '2024-12-31') AS days_left, "id" FROM "sales" WHERE "day" IS NOT NULL

SELECT FORMATDATETIME("sold_at", 'yyyy-MM') AS m, COUNT(*) AS n FROM "sales" GROUP BY FORMATDATETIME("sold_at", 'yyyy-MM')

SELECT ISO_WEEK("sold_at") AS w, ISO_YEAR("sold_at") AS y, "id" FROM "sales"

SELECT "region", COUNT(*) AS n, COUNT(DISTINCT "product") AS products FROM "sales" GROUP BY "region"

SELECT "id" FROM "sales" WHERE "region" NOT LIKE '%'
