-- What snowflake is sent. Made by ExpectedSqlContract; see the README beside the plugin.
-- can: [COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, PERCENTILE, SEVERAL_DISTINCT_COUNTS, NULLS_ORDERING, ILIKE, BOOLEAN_TYPE, SCHEMAS, CANCEL]
-- cannot: []

-- == words ==
-- name: "a ""b"" `c` [d] \e"
-- table: "shop"."sales"
-- AVG: AVG(x)
-- COUNT: COUNT(x)
-- COUNT_DISTINCT: COUNT(DISTINCT x)
-- MAX: MAX(x)
-- MIN: MIN(x)
-- SUM: SUM(x)
-- median: PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY x)
-- like: x ILIKE '%Tea%'
-- not like: x NOT ILIKE '%Tea%'
-- contains: x ILIKE '%O''B!%r!_i!!e[n] \\%' ESCAPE '!'
-- plus an hour: DATEADD(SECOND, 3600, "sold_at")
-- minus an hour: DATEADD(SECOND, -3600, "sold_at")
-- Berlin: CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- page: SELECT a AS b FROM t
--   LIMIT 10
--   OFFSET 20
-- skip: SELECT a AS b FROM t
--   ORDER BY b
--   LIMIT NULL
--   OFFSET 20
-- limit of typed SQL: SELECT a FROM t UNION SELECT b FROM u
--   LIMIT 10
-- limit of ordered typed SQL: SELECT a FROM t ORDER BY a
--   LIMIT 10

-- == grains ==
-- SECOND: DATE_TRUNC('SECOND', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- FIVE_SECONDS: DATEADD(SECOND, CAST(FLOOR(EXTRACT(SECOND FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 5) AS INTEGER) * 5, DATE_TRUNC('MINUTE', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- THIRTY_SECONDS: DATEADD(SECOND, CAST(FLOOR(EXTRACT(SECOND FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 30) AS INTEGER) * 30, DATE_TRUNC('MINUTE', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- MINUTE: DATE_TRUNC('MINUTE', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- FIVE_MINUTES: DATEADD(MINUTE, CAST(FLOOR(EXTRACT(MINUTE FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 5) AS INTEGER) * 5, DATE_TRUNC('HOUR', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- TEN_MINUTES: DATEADD(MINUTE, CAST(FLOOR(EXTRACT(MINUTE FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 10) AS INTEGER) * 10, DATE_TRUNC('HOUR', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- FIFTEEN_MINUTES: DATEADD(MINUTE, CAST(FLOOR(EXTRACT(MINUTE FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 15) AS INTEGER) * 15, DATE_TRUNC('HOUR', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- THIRTY_MINUTES: DATEADD(MINUTE, CAST(FLOOR(EXTRACT(MINUTE FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 30) AS INTEGER) * 30, DATE_TRUNC('HOUR', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- HOUR: DATE_TRUNC('HOUR', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- SIX_HOURS: DATEADD(HOUR, CAST(FLOOR(EXTRACT(HOUR FROM CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) / 6) AS INTEGER) * 6, DATE_TRUNC('DAY', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))
-- DAY: DATE_TRUNC('DAY', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- WEEK: DATE_TRUNC('WEEK', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- MONTH: DATE_TRUNC('MONTH', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- QUARTER: DATE_TRUNC('QUARTER', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- YEAR: DATE_TRUNC('YEAR', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- WEEK_STARTING_SUNDAY: DATEADD(DAY, -1, DATE_TRUNC('WEEK', DATEADD(DAY, 1, CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))))
-- WEEK_STARTING_MONDAY: DATE_TRUNC('WEEK', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))
-- WEEK_ENDING_SATURDAY: DATEADD(DAY, 5, DATE_TRUNC('WEEK', DATEADD(DAY, 1, CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ))))
-- WEEK_ENDING_SUNDAY: DATEADD(DAY, 6, DATE_TRUNC('WEEK', CAST(CAST(t AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)))

-- == literals ==
-- null: NULL
-- plain: 'plain'
-- O'Brien: 'O''Brien'
-- : ''
-- back\slash: 'back\\slash'
-- two\nlines: 'two
--   lines'
-- Länge 長さ: 'Länge 長さ'
-- true: TRUE
-- false: FALSE
-- 42: 42
-- -7: -7
-- 12.50: 12.50
-- 0.1: 0.1
-- 2024-02-29: DATE '2024-02-29'
-- 0001-01-01: DATE '0001-01-01'
-- 1969-12-31T23:59:59: TIMESTAMP '1969-12-31 23:59:59'
-- 2024-03-31T00:00: TIMESTAMP '2024-03-31 00:00:00'
-- 2024-03-31T02:30:00.123456: TIMESTAMP '2024-03-31 02:30:00.123456'

-- == types ==
-- ARRAY: TEXT
-- BIGINT: INTEGER
-- BINARY: TEXT
-- BOOLEAN: BOOLEAN
-- CHAR: TEXT
-- DATE: DATE
-- DECFLOAT: DECIMAL
-- DECIMAL: DECIMAL
-- DOUBLE: DECIMAL
-- FIXED: DECIMAL
-- FLOAT: DECIMAL
-- GEOGRAPHY: TEXT
-- GEOMETRY: TEXT
-- INTEGER: INTEGER
-- MAP: TEXT
-- NUMBER: DECIMAL
-- OBJECT: TEXT
-- REAL: DECIMAL
-- TEXT: TEXT
-- TIME: TEXT
-- TIMESTAMP: TIMESTAMP
-- TIMESTAMPLTZ: TIMESTAMP
-- TIMESTAMPNTZ: TIMESTAMP
-- TIMESTAMPTZ: TIMESTAMP
-- TIMESTAMP_LTZ: TIMESTAMP
-- TIMESTAMP_NTZ: TIMESTAMP
-- TIMESTAMP_TZ: TIMESTAMP
-- VARCHAR: TEXT
-- VARIANT: TEXT
-- VECTOR: TEXT

-- == questions ==

-- one number
SELECT COUNT(*) AS "count"
FROM "shop"."sales" "sales"
LIMIT 1000;

-- several numbers
SELECT COUNT(*) AS "count", SUM("amount") AS "revenue", SUM("price") / COUNT("price") AS "average"
FROM "shop"."sales" "sales"
LIMIT 1000;

-- numbers of nothing
SELECT COUNT(*) AS "count", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
WHERE ("id" < 0)
LIMIT 1000;

-- every aggregate
SELECT "region" AS "region", SUM("amount") AS "SUM(amount)", AVG("price") AS "AVG(price)", AVG("id") AS "AVG(id)", SUM("id") AS "SUM(id)", COUNT("note") AS "COUNT(note)", COUNT(DISTINCT "product") AS "COUNT_DISTINCT(product)", MIN("sold_at") AS "MIN(sold_at)", MAX("day") AS "MAX(day)"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "SUM(amount)" DESC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- medians and percentiles of groups
SELECT "region" AS "region", COUNT(*) AS "count", PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "price") AS "median", PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY "amount") AS "p90"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- a percentile of all
SELECT PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY "amount") AS "lower quarter", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
LIMIT 1000;

-- the number of rows
SELECT COUNT(*) AS "rowcount"
FROM (
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
) "counted";

-- the number of groups
SELECT COUNT(*) AS "rowcount"
FROM (
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
) "counted";

-- groups, the biggest first, empty values last
SELECT "region" AS "region", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "revenue" DESC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- groups, the smallest first
SELECT "region" AS "region", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "revenue" ASC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- empty keys last when ascending
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "region" ASC NULLS LAST
LIMIT 1000;

-- empty keys last when descending
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "region" DESC NULLS LAST
LIMIT 1000;

-- two dimensions, two orders
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- the second page of groups
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 5
OFFSET 5;

-- ordered by a metric that is not shown
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count", SUM("price") AS "__order0"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
ORDER BY "__order0" DESC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- distinct values
SELECT "product" AS "product"
FROM "shop"."sales" "sales"
GROUP BY "product"
ORDER BY "product" ASC NULLS LAST
LIMIT 1000;

-- time forward
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, DATE_TRUNC('WEEK', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "sold_at" ASC NULLS LAST
LIMIT 1000;

-- months of a date
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, DATE_TRUNC('MONTH', CAST(CAST("day" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "day" ASC NULLS LAST
LIMIT 1000;

-- hours of a date are its days
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, DATE_TRUNC('DAY', CAST(CAST("day" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "day" ASC NULLS LAST
LIMIT 1000;

-- months and days at once
SELECT "__0" AS "sold_at", "product" AS "product", COUNT(*) AS "count", COUNT("online") AS "COUNT(online)"
FROM (
SELECT "sales".*, DATE_TRUNC('MONTH', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
ORDER BY "sold_at" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 9;

-- a calculated column
SELECT "__0" AS "loud", SUM(("amount" * 2)) AS "SUM(doubled)"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "SUM(doubled)" DESC NULLS LAST, "loud" ASC NULLS LAST
LIMIT 1000;

-- a typed dimension
SELECT "__0" AS "half", COUNT(*) AS "count"
FROM (
SELECT "sales".*, (CASE WHEN "id" < 100 THEN 'early' ELSE 'late' END) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "count" DESC NULLS LAST, "half" ASC NULLS LAST
LIMIT 1000;

-- a typed dimension in time
SELECT "__0" AS "month", COUNT(*) AS "count"
FROM (
SELECT "sales".*, DATE_TRUNC('MONTH', CAST(CAST(("sold_at") AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "month" ASC NULLS LAST
LIMIT 1000;

-- a typed metric
SELECT "region" AS "region", SUM(CASE WHEN "region" = 'East' THEN 1 ELSE 0 END) AS "East sales"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "East sales" DESC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- a label that is also a column
SELECT "__0" AS "sold_at", SUM("amount") AS "amount", MAX("id") - MIN("id") AS "price"
FROM (
SELECT "sales".*, DATE_TRUNC('MONTH', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
HAVING (MAX("id") > 100)
ORDER BY "sold_at" ASC NULLS LAST
LIMIT 1000;

-- a condition on groups
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "product"
HAVING (COUNT(*) > 65)
ORDER BY "count" DESC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- typed where
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("price" > 50 OR "region" = 'East')
GROUP BY "product"
ORDER BY "count" DESC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- the best three series over time
SELECT "sold_at", "product", "revenue"
FROM (
SELECT "__0" AS "sold_at", "product" AS "product", SUM("amount") AS "revenue", "product" AS "__key0"
FROM (
SELECT "sales".*, DATE_TRUNC('QUARTER', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
JOIN (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, DATE_TRUNC('QUARTER', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
LIMIT 3
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "sold_at" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- the best three series and all others together
SELECT "__0" AS "sold_at", "__series0" AS "product", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, CASE WHEN "best"."__found" = 1 THEN "product" ELSE 'Others' END AS "__series0"
FROM (
SELECT "sales".*, DATE_TRUNC('QUARTER', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
LEFT JOIN (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, DATE_TRUNC('QUARTER', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
LIMIT 3
) "best" ON ("product" = "best"."__best0" OR ("product" IS NULL AND "best"."__best0" IS NULL))
) "sales"
GROUP BY "__0", "__series0"
ORDER BY "sold_at" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- series may be empty
SELECT "sold_at", "region", "count"
FROM (
SELECT "__0" AS "sold_at", "region" AS "region", COUNT(*) AS "count", "region" AS "__key0"
FROM (
SELECT "sales".*, DATE_TRUNC('YEAR', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "region"
) "grouped"
JOIN (
SELECT "region" AS "__best0", COUNT("id") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, DATE_TRUNC('YEAR', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "region"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
LIMIT 2
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "sold_at" ASC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- the worst two series
SELECT "product", "revenue"
FROM (
SELECT "product" AS "product", SUM("amount") AS "revenue", "product" AS "__key0"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
JOIN (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM "shop"."sales" "sales"
GROUP BY "product"
ORDER BY "__rank" ASC NULLS LAST, "__best0" ASC NULLS LAST
LIMIT 2
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "revenue" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- series by a calculated column, ordered by what is not shown
SELECT "loud", "product", "count"
FROM (
SELECT "__0" AS "loud", "product" AS "product", COUNT(*) AS "count", SUM("amount") AS "__order0", "__0" AS "__key0"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
JOIN (
SELECT "__0" AS "__best0", COUNT(*) AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
LIMIT 2
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "__order0" DESC NULLS LAST, "loud" ASC NULLS LAST, "product" ASC NULLS LAST
LIMIT 1000;

-- labels longer than names may be, and of any letters
SELECT "__0" AS "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf", COUNT(*) AS "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7", COUNT(*) * 2 AS "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_55dceb5d", COUNT(*) * 3 AS "SUMa b c  _57e53817"
FROM (
SELECT "sales".*, ("id" - "id") AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7" DESC NULLS LAST, "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf" ASC NULLS LAST
LIMIT 1000;

-- all columns of the first rows
SELECT "id" AS "id", "region" AS "region", "product" AS "product", "amount" AS "amount", "price" AS "price", "online" AS "online", "sold_at" AS "sold_at", "day" AS "day", "note" AS "note", (UPPER("region")) AS "loud", ("amount" * 2) AS "doubled"
FROM "shop"."sales" "sales"
ORDER BY "id" ASC NULLS LAST
LIMIT 40;

-- a page
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
ORDER BY "id" ASC NULLS LAST
LIMIT 7
OFFSET 5;

-- raw rows by time
SELECT DATE_TRUNC('DAY', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "sold_at", "product" AS "product"
FROM "shop"."sales" "sales"
ORDER BY "id" DESC NULLS LAST
LIMIT 1000;

-- within a month
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= TIMESTAMP '2024-03-01 00:00:00'
  AND "sold_at" < TIMESTAMP '2024-04-01 00:00:00'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- from a moment on
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= TIMESTAMP '2024-03-02 07:00:00'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- up to a moment
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE "sold_at" < TIMESTAMP '2024-03-01 00:07:00'
GROUP BY "region"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;

-- within a day of a date column
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= DATE '2024-03-02'
  AND "day" < DATE '2024-03-05'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region == [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'East'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region != [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" <> 'East'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region == [EAST]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'EAST'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product == [O'Brien "x"]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = 'O''Brien "x"'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product == [\' OR 1 = 1 -- ]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = '\\'' OR 1 = 1 -- '
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region IN [East, North, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" IN ('East', 'North') OR "region" IS NULL)
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region NOT IN [East, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" NOT IN ('East') AND "region" IS NOT NULL)
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region NOT IN [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" NOT IN ('East')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region IN []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE 1 = 0
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region IS NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NULL
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where region IS NOT NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NOT NULL
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'C%'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product LIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE '%o%'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product LIKE [T_a]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'T_a'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product NOT LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" NOT LIKE 'C%'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product ILIKE [%O%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" ILIKE '%O%'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where product NOT ILIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" NOT ILIKE '%o%'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where id IN [3, 5, 7]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" IN (3, 5, 7)
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where id > [390.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" > 390.5
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where amount <= [25.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "amount" <= 25.5
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where price == [3.875]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" = 3.875
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where price < [1E+1]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" < 10
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where online IS TRUE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = TRUE
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where online IS FALSE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = FALSE
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where online == [true]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = TRUE
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where sold_at >= [2024-06-01T12:00:00Z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= TIMESTAMP '2024-06-01 12:00:00'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where sold_at < [1704067200000]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" < TIMESTAMP '2024-01-01 00:00:00'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where day == [2024-03-01]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" = DATE '2024-03-01'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where day IN [2024-03-01, 2024-03-02T00:00:00]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" IN (DATE '2024-03-01', DATE '2024-03-02')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where note == [Note 2 É]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "note" = 'Note 2 É'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows where loud == [NORTH]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (UPPER("region")) = 'NORTH'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains TE
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%TE%' ESCAPE '!' OR "product" ILIKE '%TE%' ESCAPE '!' OR "note" ILIKE '%TE%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains 0%_J
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%0!%!_J%' ESCAPE '!' OR "product" ILIKE '%0!%!_J%' ESCAPE '!' OR "note" ILIKE '%0!%!_J%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains _
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%!_%' ESCAPE '!' OR "product" ILIKE '%!_%' ESCAPE '!' OR "note" ILIKE '%!_%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains %
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%!%%' ESCAPE '!' OR "product" ILIKE '%!%%' ESCAPE '!' OR "note" ILIKE '%!%%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains o'brien "X
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%o''brien "X%' ESCAPE '!' OR "product" ILIKE '%o''brien "X%' ESCAPE '!' OR "note" ILIKE '%o''brien "X%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains ote 1
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%ote 1%' ESCAPE '!' OR "product" ILIKE '%ote 1%' ESCAPE '!' OR "note" ILIKE '%ote 1%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains !
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%!!%' ESCAPE '!' OR "product" ILIKE '%!!%' ESCAPE '!' OR "note" ILIKE '%!!%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains [a-z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%[a-z]%' ESCAPE '!' OR "product" ILIKE '%[a-z]%' ESCAPE '!' OR "note" ILIKE '%[a-z]%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains \
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%\\%' ESCAPE '!' OR "product" ILIKE '%\\%' ESCAPE '!' OR "note" ILIKE '%\\%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains nowhere
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" ILIKE '%nowhere%' ESCAPE '!' OR "product" ILIKE '%nowhere%' ESCAPE '!' OR "note" ILIKE '%nowhere%' ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- a range in a filter, and row rules
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= DATE '2024-03-01'
  AND ("region" = 'North' OR "region" = 'East')
  AND ("id" > 10)
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- a filter on a rounded time
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE DATE_TRUNC('MONTH', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) = TIMESTAMP '2024-03-01 00:00:00'
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- a filter on a typed expression
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("id" * 2) = 20
ORDER BY "id" ASC NULLS LAST
LIMIT 1000;

-- days of a zone within bounds
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, DATE_TRUNC('DAY', CAST(CAST("__t0" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__0"
FROM (
SELECT "sales".*, CONVERT_TIMEZONE('UTC', 'Europe/Berlin', CAST(CAST("sold_at" AS TIMESTAMP_LTZ) AS TIMESTAMP_NTZ)) AS "__t0"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= TIMESTAMP '2024-03-01 00:00:00'
  AND "sold_at" < TIMESTAMP '2024-12-01 06:30:15'
) "sales"
) "sales"
GROUP BY "__0"
ORDER BY "sold_at" ASC NULLS LAST
LIMIT 1000;

-- a row rule
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("region" = 'East')
GROUP BY "region"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST
LIMIT 1000;
