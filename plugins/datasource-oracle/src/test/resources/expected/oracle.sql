-- What oracle is sent. Made by ExpectedSqlContract; see the README beside the plugin.
-- can: [COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, PERCENTILE, SEVERAL_DISTINCT_COUNTS, NULLS_ORDERING, SCHEMAS, CANCEL]
-- cannot: [ILIKE, BOOLEAN_TYPE]

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
-- like: LOWER(x) LIKE LOWER('%Tea%')
-- not like: LOWER(x) NOT LIKE LOWER('%Tea%')
-- contains: LOWER(x) LIKE LOWER('%O''B!%r!_i!!e[n] \%') ESCAPE '!'
-- plus an hour: "sold_at" + NUMTODSINTERVAL(3600, 'SECOND')
-- minus an hour: "sold_at" + NUMTODSINTERVAL(-3600, 'SECOND')
-- Berlin: CAST(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'Europe/Berlin' AS TIMESTAMP)
-- page: SELECT a AS b FROM t
--   OFFSET 20 ROWS
--   FETCH NEXT 10 ROWS ONLY
-- skip: SELECT a AS b FROM t
--   ORDER BY b
--   OFFSET 20 ROWS
-- limit of typed SQL: SELECT a FROM t UNION SELECT b FROM u
--   FETCH NEXT 10 ROWS ONLY
-- limit of ordered typed SQL: SELECT a FROM t ORDER BY a
--   FETCH NEXT 10 ROWS ONLY

-- == grains ==
-- SECOND: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'MI') + NUMTODSINTERVAL(FLOOR(EXTRACT(SECOND FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)))), 'SECOND')
-- FIVE_SECONDS: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'MI') + NUMTODSINTERVAL(FLOOR(EXTRACT(SECOND FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 5) * 5, 'SECOND')
-- THIRTY_SECONDS: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'MI') + NUMTODSINTERVAL(FLOOR(EXTRACT(SECOND FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 30) * 30, 'SECOND')
-- MINUTE: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'MI')
-- FIVE_MINUTES: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'HH24') + NUMTODSINTERVAL(FLOOR(EXTRACT(MINUTE FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 5) * 5, 'MINUTE')
-- TEN_MINUTES: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'HH24') + NUMTODSINTERVAL(FLOOR(EXTRACT(MINUTE FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 10) * 10, 'MINUTE')
-- FIFTEEN_MINUTES: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'HH24') + NUMTODSINTERVAL(FLOOR(EXTRACT(MINUTE FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 15) * 15, 'MINUTE')
-- THIRTY_MINUTES: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'HH24') + NUMTODSINTERVAL(FLOOR(EXTRACT(MINUTE FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 30) * 30, 'MINUTE')
-- HOUR: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'HH24')
-- SIX_HOURS: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'DD') + NUMTODSINTERVAL(FLOOR(EXTRACT(HOUR FROM SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE))) / 6) * 6, 'HOUR')
-- DAY: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'DD')
-- WEEK: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'IW')
-- MONTH: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'MM')
-- QUARTER: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'Q')
-- YEAR: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'YYYY')
-- WEEK_STARTING_SUNDAY: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)) + INTERVAL '1' DAY, 'IW') - INTERVAL '1' DAY
-- WEEK_STARTING_MONDAY: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'IW')
-- WEEK_ENDING_SATURDAY: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)) + INTERVAL '1' DAY, 'IW') + INTERVAL '5' DAY
-- WEEK_ENDING_SUNDAY: TRUNC(SYS_EXTRACT_UTC(CAST(t AS TIMESTAMP WITH TIME ZONE)), 'IW') + INTERVAL '6' DAY

-- == literals ==
-- null: NULL
-- plain: 'plain'
-- O'Brien: 'O''Brien'
-- : CHR(0)
-- back\slash: 'back\slash'
-- two\nlines: 'two
--   lines'
-- Länge 長さ: 'Länge 長さ'
-- true: 1
-- false: 0
-- 42: 42
-- -7: -7
-- 12.50: 12.50
-- 0.1: 0.1
-- 2024-02-29: DATE '2024-02-29'
-- 0001-01-01: DATE '0001-01-01'
-- 1969-12-31T23:59:59: TO_DATE('1969-12-31 23:59:59', 'YYYY-MM-DD HH24:MI:SS')
-- 2024-03-31T00:00: DATE '2024-03-31'
-- 2024-03-31T02:30:00.123456: TIMESTAMP '2024-03-31 02:30:00.123456'

-- == types ==
-- BFILE: TEXT
-- BINARY_DOUBLE: DECIMAL
-- BINARY_FLOAT: DECIMAL
-- BLOB: TEXT
-- BOOLEAN: BOOLEAN
-- CHAR: TEXT
-- CLOB: TEXT
-- DATE: TIMESTAMP
-- FLOAT: DECIMAL
-- INTERVAL DAY(2) TO SECOND(6): TEXT
-- INTERVALDS: TEXT
-- INTERVALYM: TEXT
-- JSON: TEXT
-- LONG: TEXT
-- NCHAR: TEXT
-- NCLOB: TEXT
-- NUMBER: DECIMAL
-- NVARCHAR2: TEXT
-- RAW: TEXT
-- ROWID: TEXT
-- SDO_GEOMETRY: TEXT
-- TIMESTAMP: TIMESTAMP
-- TIMESTAMP WITH LOCAL TIME ZONE: TIMESTAMP
-- TIMESTAMP WITH TIME ZONE: TIMESTAMP
-- TIMESTAMP(6) WITH TIME ZONE: TIMESTAMP
-- VARCHAR2: TEXT
-- VECTOR: TEXT
-- XMLTYPE: TEXT

-- == questions ==

-- one number
SELECT COUNT(*) AS "count"
FROM "shop"."sales" "sales"
FETCH NEXT 1000 ROWS ONLY;

-- several numbers
SELECT COUNT(*) AS "count", SUM("amount") AS "revenue", SUM("price") / COUNT("price") AS "average"
FROM "shop"."sales" "sales"
FETCH NEXT 1000 ROWS ONLY;

-- numbers of nothing
SELECT COUNT(*) AS "count", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
WHERE ("id" < 0)
FETCH NEXT 1000 ROWS ONLY;

-- every aggregate
SELECT "region" AS "region", SUM("amount") AS "SUM(amount)", AVG("price") AS "AVG(price)", AVG("id") AS "AVG(id)", SUM("id") AS "SUM(id)", COUNT("note") AS "COUNT(note)", COUNT(DISTINCT "product") AS "COUNT_DISTINCT(product)", MIN("sold_at") AS "MIN(sold_at)", MAX("day") AS "MAX(day)"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "SUM(amount)" DESC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- medians and percentiles of groups
SELECT "region" AS "region", COUNT(*) AS "count", PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY "price") AS "median", PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY "amount") AS "p90"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a percentile of all
SELECT PERCENTILE_CONT(0.25) WITHIN GROUP (ORDER BY "amount") AS "lower quarter", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
FETCH NEXT 1000 ROWS ONLY;

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
FETCH NEXT 1000 ROWS ONLY;

-- groups, the smallest first
SELECT "region" AS "region", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "revenue" ASC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- empty keys last when ascending
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- empty keys last when descending
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "region" DESC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- two dimensions, two orders
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- the second page of groups
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST, "product" ASC NULLS LAST
OFFSET 5 ROWS
FETCH NEXT 5 ROWS ONLY;

-- ordered by a metric that is not shown
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count", SUM("price") AS "__order0"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
ORDER BY "__order0" DESC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- distinct values
SELECT "product" AS "product"
FROM "shop"."sales" "sales"
GROUP BY "product"
ORDER BY "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- time forward
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'IW') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "sold_at" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- months of a date
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("day" AS TIMESTAMP WITH TIME ZONE)), 'MM') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "day" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- hours of a date are its days
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("day" AS TIMESTAMP WITH TIME ZONE)), 'DD') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "day" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- months and days at once
SELECT "__0" AS "sold_at", "product" AS "product", COUNT(*) AS "count", COUNT("online") AS "COUNT(online)"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'MM') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
ORDER BY "sold_at" ASC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 9 ROWS ONLY;

-- a calculated column
SELECT "__0" AS "loud", SUM(("amount" * 2)) AS "SUM(doubled)"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "SUM(doubled)" DESC NULLS LAST, "loud" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a typed dimension
SELECT "__0" AS "half", COUNT(*) AS "count"
FROM (
SELECT "sales".*, (CASE WHEN "id" < 100 THEN 'early' ELSE 'late' END) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "count" DESC NULLS LAST, "half" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a typed dimension in time
SELECT "__0" AS "month", COUNT(*) AS "count"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST(("sold_at") AS TIMESTAMP WITH TIME ZONE)), 'MM') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "month" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a typed metric
SELECT "region" AS "region", SUM(CASE WHEN "region" = 'East' THEN 1 ELSE 0 END) AS "East sales"
FROM "shop"."sales" "sales"
GROUP BY "region"
ORDER BY "East sales" DESC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a label that is also a column
SELECT "__0" AS "sold_at", SUM("amount") AS "amount", MAX("id") - MIN("id") AS "price"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'MM') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
HAVING (MAX("id") > 100)
ORDER BY "sold_at" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a condition on groups
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "product"
HAVING (COUNT(*) > 65)
ORDER BY "count" DESC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- typed where
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("price" > 50 OR "region" = 'East')
GROUP BY "product"
ORDER BY "count" DESC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- the best three series over time
SELECT "sold_at", "product", "revenue"
FROM (
SELECT "__0" AS "sold_at", "product" AS "product", SUM("amount") AS "revenue", "product" AS "__key0"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'Q') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
JOIN (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'Q') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
FETCH NEXT 3 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "sold_at" ASC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- the best three series and all others together
SELECT "__0" AS "sold_at", "__series0" AS "product", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, CASE WHEN "best"."__found" = 1 THEN "product" ELSE 'Others' END AS "__series0"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'Q') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
LEFT JOIN (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'Q') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
FETCH NEXT 3 ROWS ONLY
) "best" ON ("product" = "best"."__best0" OR ("product" IS NULL AND "best"."__best0" IS NULL))
) "sales"
GROUP BY "__0", "__series0"
ORDER BY "sold_at" ASC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- series may be empty
SELECT "sold_at", "region", "count"
FROM (
SELECT "__0" AS "sold_at", "region" AS "region", COUNT(*) AS "count", "region" AS "__key0"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'YYYY') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "region"
) "grouped"
JOIN (
SELECT "region" AS "__best0", COUNT("id") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'YYYY') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "region"
ORDER BY "__rank" DESC NULLS LAST, "__best0" ASC NULLS LAST
FETCH NEXT 2 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "sold_at" ASC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

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
FETCH NEXT 2 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "revenue" ASC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

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
FETCH NEXT 2 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "__order0" DESC NULLS LAST, "loud" ASC NULLS LAST, "product" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- labels longer than names may be, and of any letters
SELECT "__0" AS "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf", COUNT(*) AS "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7", COUNT(*) * 2 AS "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_55dceb5d", COUNT(*) * 3 AS "SUMa b c  _57e53817"
FROM (
SELECT "sales".*, ("id" - "id") AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
ORDER BY "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7" DESC NULLS LAST, "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- all columns of the first rows
SELECT "id" AS "id", "region" AS "region", "product" AS "product", "amount" AS "amount", "price" AS "price", "online" AS "online", "sold_at" AS "sold_at", "day" AS "day", "note" AS "note", (UPPER("region")) AS "loud", ("amount" * 2) AS "doubled"
FROM "shop"."sales" "sales"
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 40 ROWS ONLY;

-- a page
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
ORDER BY "id" ASC NULLS LAST
OFFSET 5 ROWS
FETCH NEXT 7 ROWS ONLY;

-- raw rows by time
SELECT TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'DD') AS "sold_at", "product" AS "product"
FROM "shop"."sales" "sales"
ORDER BY "id" DESC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- within a month
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= DATE '2024-03-01'
  AND "sold_at" < DATE '2024-04-01'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- from a moment on
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= TO_DATE('2024-03-02 07:00:00', 'YYYY-MM-DD HH24:MI:SS')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- up to a moment
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE "sold_at" < TO_DATE('2024-03-01 00:07:00', 'YYYY-MM-DD HH24:MI:SS')
GROUP BY "region"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- within a day of a date column
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= DATE '2024-03-02'
  AND "day" < DATE '2024-03-05'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region == [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'East'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region != [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" <> 'East'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region == [EAST]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'EAST'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product == [O'Brien "x"]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = 'O''Brien "x"'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product == [\' OR 1 = 1 -- ]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = '\'' OR 1 = 1 -- '
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region IN [East, North, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" IN ('East', 'North') OR "region" IS NULL)
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region NOT IN [East, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" NOT IN ('East') AND "region" IS NOT NULL)
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region NOT IN [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" NOT IN ('East')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region IN []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE 1 = 0
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region IS NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NULL
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where region IS NOT NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NOT NULL
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'C%'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product LIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE '%o%'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product LIKE [T_a]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'T_a'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product NOT LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" NOT LIKE 'C%'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product ILIKE [%O%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE LOWER("product") LIKE LOWER('%O%')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where product NOT ILIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE LOWER("product") NOT LIKE LOWER('%o%')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where id IN [3, 5, 7]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" IN (3, 5, 7)
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where id > [390.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" > 390.5
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where amount <= [25.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "amount" <= 25.5
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where price == [3.875]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" = 3.875
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where price < [1E+1]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" < 10
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where online IS TRUE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = 1
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where online IS FALSE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = 0
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where online == [true]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = 1
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where sold_at >= [2024-06-01T12:00:00Z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= TO_DATE('2024-06-01 12:00:00', 'YYYY-MM-DD HH24:MI:SS')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where sold_at < [1704067200000]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" < DATE '2024-01-01'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where day == [2024-03-01]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" = DATE '2024-03-01'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where day IN [2024-03-01, 2024-03-02T00:00:00]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" IN (DATE '2024-03-01', DATE '2024-03-02')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where note == [Note 2 É]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "note" = 'Note 2 É'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows where loud == [NORTH]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (UPPER("region")) = 'NORTH'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains TE
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%TE%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%TE%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%TE%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains 0%_J
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%0!%!_J%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%0!%!_J%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%0!%!_J%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains _
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%!_%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%!_%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%!_%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains %
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%!%%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%!%%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%!%%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains o'brien "X
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%o''brien "X%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%o''brien "X%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%o''brien "X%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains ote 1
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%ote 1%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%ote 1%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%ote 1%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains !
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%!!%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%!!%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%!!%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains [a-z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%[a-z]%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%[a-z]%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%[a-z]%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains \
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%\%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%\%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%\%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains nowhere
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%nowhere%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%nowhere%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%nowhere%') ESCAPE '!')
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a range in a filter, and row rules
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= DATE '2024-03-01'
  AND ("region" = 'North' OR "region" = 'East')
  AND ("id" > 10)
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a filter on a rounded time
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE TRUNC(SYS_EXTRACT_UTC(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE)), 'MM') = DATE '2024-03-01'
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a filter on a typed expression
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("id" * 2) = 20
ORDER BY "id" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- days of a zone within bounds
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, TRUNC(SYS_EXTRACT_UTC(CAST("__t0" AS TIMESTAMP WITH TIME ZONE)), 'DD') AS "__0"
FROM (
SELECT "sales".*, CAST(CAST("sold_at" AS TIMESTAMP WITH TIME ZONE) AT TIME ZONE 'Europe/Berlin' AS TIMESTAMP) AS "__t0"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= DATE '2024-03-01'
  AND "sold_at" < TO_DATE('2024-12-01 06:30:15', 'YYYY-MM-DD HH24:MI:SS')
) "sales"
) "sales"
GROUP BY "__0"
ORDER BY "sold_at" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;

-- a row rule
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("region" = 'East')
GROUP BY "region"
ORDER BY "count" DESC NULLS LAST, "region" ASC NULLS LAST
FETCH NEXT 1000 ROWS ONLY;
