-- What clickhouse is sent. Made by ExpectedSqlContract; see the README beside the plugin.
-- can: [COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, PERCENTILE, SEVERAL_DISTINCT_COUNTS, ILIKE, BOOLEAN_TYPE, SCHEMAS, CANCEL]
-- cannot: [NULLS_ORDERING]

-- == words ==
-- name: "a ""b"" `c` [d] \\e"
-- table: "shop"."sales"
-- AVG: AVG(x)
-- COUNT: COUNT(x)
-- COUNT_DISTINCT: COUNT(DISTINCT x)
-- MAX: MAX(x)
-- MIN: MIN(x)
-- SUM: SUM(x)
-- median: quantileExactInclusive(0.5)(toFloat64(x))
-- like: x ILIKE '%Tea%'
-- not like: x NOT ILIKE '%Tea%'
-- contains: positionCaseInsensitiveUTF8(x, 'O''B%r_i!e[n] \\') > 0
-- plus an hour: addSeconds("sold_at", 3600)
-- minus an hour: addSeconds("sold_at", -3600)
-- Berlin: addSeconds(toDateTime64("sold_at", 6, 'UTC'), timeZoneOffset(toTimeZone(toDateTime64("sold_at", 6, 'UTC'), 'Europe/Berlin')))
-- page: SELECT a AS b FROM t
--   LIMIT 10
--   OFFSET 20
-- skip: SELECT a AS b FROM t
--   ORDER BY b
--   OFFSET 20
-- limit of typed SQL: SELECT * FROM (
--   SELECT a FROM t UNION SELECT b FROM u
--   )
--   LIMIT 10
-- limit of ordered typed SQL: SELECT a FROM t ORDER BY a
--   LIMIT 10

-- == grains ==
-- SECOND: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 1 SECOND), 6, 'UTC')
-- FIVE_SECONDS: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 5 SECOND), 6, 'UTC')
-- THIRTY_SECONDS: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 30 SECOND), 6, 'UTC')
-- MINUTE: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 1 MINUTE), 6, 'UTC')
-- FIVE_MINUTES: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 5 MINUTE), 6, 'UTC')
-- TEN_MINUTES: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 10 MINUTE), 6, 'UTC')
-- FIFTEEN_MINUTES: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 15 MINUTE), 6, 'UTC')
-- THIRTY_MINUTES: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 30 MINUTE), 6, 'UTC')
-- HOUR: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 1 HOUR), 6, 'UTC')
-- SIX_HOURS: toDateTime64(toStartOfInterval(toDateTime64(t, 6, 'UTC'), INTERVAL 6 HOUR), 6, 'UTC')
-- DAY: toDateTime64(dateTrunc('day', toDateTime64(t, 6, 'UTC')), 6, 'UTC')
-- WEEK: toDateTime64(dateTrunc('week', toDateTime64(t, 6, 'UTC')), 6, 'UTC')
-- MONTH: toDateTime64(dateTrunc('month', toDateTime64(t, 6, 'UTC')), 6, 'UTC')
-- QUARTER: toDateTime64(dateTrunc('quarter', toDateTime64(t, 6, 'UTC')), 6, 'UTC')
-- YEAR: toDateTime64(dateTrunc('year', toDateTime64(t, 6, 'UTC')), 6, 'UTC')
-- WEEK_STARTING_SUNDAY: addDays(toDateTime64(dateTrunc('week', addDays(toDateTime64(t, 6, 'UTC'), 1)), 6, 'UTC'), -1)
-- WEEK_STARTING_MONDAY: toDateTime64(dateTrunc('week', toDateTime64(t, 6, 'UTC')), 6, 'UTC')
-- WEEK_ENDING_SATURDAY: addDays(toDateTime64(dateTrunc('week', addDays(toDateTime64(t, 6, 'UTC'), 1)), 6, 'UTC'), 5)
-- WEEK_ENDING_SUNDAY: addDays(toDateTime64(dateTrunc('week', toDateTime64(t, 6, 'UTC')), 6, 'UTC'), 6)

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
-- 12.50: toDecimal256('12.50', 2)
-- 0.1: 0.1
-- 2024-02-29: toDate32('2024-02-29')
-- 0001-01-01: toDate32('0001-01-01')
-- 1969-12-31T23:59:59: toDateTime64('1969-12-31 23:59:59', 6, 'UTC')
-- 2024-03-31T00:00: toDateTime64('2024-03-31 00:00:00', 6, 'UTC')
-- 2024-03-31T02:30:00.123456: toDateTime64('2024-03-31 02:30:00.123456', 6, 'UTC')

-- == types ==
-- AggregateFunction(sum, Int64): TEXT
-- Array(String): TEXT
-- Bool: BOOLEAN
-- Date: DATE
-- Date32: DATE
-- DateTime: TIMESTAMP
-- DateTime('Europe/Berlin'): TIMESTAMP
-- DateTime64(3, 'UTC'): TIMESTAMP
-- Decimal(12, 2): DECIMAL
-- Enum8('a' = 1): TEXT
-- FixedString(8): TEXT
-- Float32: DECIMAL
-- Float64: DECIMAL
-- IPv4: TEXT
-- Int128: DECIMAL
-- Int64: INTEGER
-- Int8: INTEGER
-- JSON: TEXT
-- LowCardinality(Nullable(String)): TEXT
-- LowCardinality(String): TEXT
-- Map(String, UInt8): TEXT
-- Nullable(DateTime64(6)): TIMESTAMP
-- Nullable(Decimal(38, 10)): DECIMAL
-- Nullable(Int32): INTEGER
-- String: TEXT
-- Tuple(a Int8): TEXT
-- UInt32: INTEGER
-- UInt64: DECIMAL
-- UUID: TEXT

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
SELECT "region", "SUM(amount)", "AVG(price)", "AVG(id)", "SUM(id)", "COUNT(note)", "COUNT_DISTINCT(product)", "MIN(sold_at)", "MAX(day)"
FROM (
SELECT "region" AS "region", SUM("amount") AS "SUM(amount)", AVG("price") AS "AVG(price)", AVG("id") AS "AVG(id)", SUM("id") AS "SUM(id)", COUNT("note") AS "COUNT(note)", COUNT(DISTINCT "product") AS "COUNT_DISTINCT(product)", MIN("sold_at") AS "MIN(sold_at)", MAX("day") AS "MAX(day)"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "SUM(amount)" DESC, "region" ASC
LIMIT 1000;

-- medians and percentiles of groups
SELECT "region", "count", "median", "p90"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count", quantileExactInclusive(0.5)(toFloat64("price")) AS "median", quantileExactInclusive(0.9)(toFloat64("amount")) AS "p90"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "count" DESC, "region" ASC
LIMIT 1000;

-- a percentile of all
SELECT quantileExactInclusive(0.25)(toFloat64("amount")) AS "lower quarter", COUNT(*) AS "count"
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
SELECT "region", "product", "count"
FROM (
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
) "grouped"
) "counted";

-- groups, the biggest first, empty values last
SELECT "region", "revenue"
FROM (
SELECT "region" AS "region", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "revenue" DESC, "region" ASC
LIMIT 1000;

-- groups, the smallest first
SELECT "region", "revenue"
FROM (
SELECT "region" AS "region", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "revenue" ASC, "region" ASC
LIMIT 1000;

-- empty keys last when ascending
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "region" ASC
LIMIT 1000;

-- empty keys last when descending
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "region" DESC
LIMIT 1000;

-- two dimensions, two orders
SELECT "region", "product", "count"
FROM (
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
) "grouped"
ORDER BY "count" DESC, "region" ASC, "product" ASC
LIMIT 1000;

-- the second page of groups
SELECT "region", "product", "count"
FROM (
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
) "grouped"
ORDER BY "count" DESC, "region" ASC, "product" ASC
LIMIT 5
OFFSET 5;

-- ordered by a metric that is not shown
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count", SUM("price") AS "__order0"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
ORDER BY "__order0" DESC, "product" ASC
LIMIT 1000;

-- distinct values
SELECT "product"
FROM (
SELECT "product" AS "product"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
ORDER BY "product" ASC
LIMIT 1000;

-- time forward
SELECT "sold_at", "revenue"
FROM (
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('week', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "sold_at" ASC
LIMIT 1000;

-- months of a date
SELECT "day", "count"
FROM (
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('month', toDateTime64("day", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "day" ASC
LIMIT 1000;

-- hours of a date are its days
SELECT "day", "count"
FROM (
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('day', toDateTime64("day", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "day" ASC
LIMIT 1000;

-- months and days at once
SELECT "sold_at", "product", "count", "COUNT(online)"
FROM (
SELECT "__0" AS "sold_at", "product" AS "product", COUNT(*) AS "count", COUNT("online") AS "COUNT(online)"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('month', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
ORDER BY "sold_at" ASC, "product" ASC
LIMIT 9;

-- a calculated column
SELECT "loud", "SUM(doubled)"
FROM (
SELECT "__0" AS "loud", SUM(("amount" * 2)) AS "SUM(doubled)"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "SUM(doubled)" DESC, "loud" ASC
LIMIT 1000;

-- a typed dimension
SELECT "half", "count"
FROM (
SELECT "__0" AS "half", COUNT(*) AS "count"
FROM (
SELECT "sales".*, (CASE WHEN "id" < 100 THEN 'early' ELSE 'late' END) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "count" DESC, "half" ASC
LIMIT 1000;

-- a typed dimension in time
SELECT "month", "count"
FROM (
SELECT "__0" AS "month", COUNT(*) AS "count"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('month', toDateTime64(("sold_at"), 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "month" ASC
LIMIT 1000;

-- a typed metric
SELECT "region", "East sales"
FROM (
SELECT "region" AS "region", SUM(CASE WHEN "region" = 'East' THEN 1 ELSE 0 END) AS "East sales"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "East sales" DESC, "region" ASC
LIMIT 1000;

-- a label that is also a column
SELECT "sold_at", "amount", "price"
FROM (
SELECT "__0" AS "sold_at", SUM("amount") AS "amount", MAX("id") - MIN("id") AS "price"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('month', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
HAVING (MAX("id") > 100)
) "grouped"
ORDER BY "sold_at" ASC
LIMIT 1000;

-- a condition on groups
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "product"
HAVING (COUNT(*) > 65)
) "grouped"
ORDER BY "count" DESC, "product" ASC
LIMIT 1000;

-- typed where
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("price" > 50 OR "region" = 'East')
GROUP BY "product"
) "grouped"
ORDER BY "count" DESC, "product" ASC
LIMIT 1000;

-- the best three series over time
SELECT "sold_at", "product", "revenue"
FROM (
SELECT "__0" AS "sold_at", "product" AS "product", SUM("amount") AS "revenue", "product" AS "__key0"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('quarter', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
JOIN (
SELECT *
FROM (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('quarter', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
) "ranked"
ORDER BY "__rank" DESC, "__best0" ASC
LIMIT 3
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "sold_at" ASC, "product" ASC
LIMIT 1000;

-- the best three series and all others together
SELECT "sold_at", "product", "revenue"
FROM (
SELECT "__0" AS "sold_at", "__series0" AS "product", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, CASE WHEN "best"."__found" = 1 THEN "product" ELSE 'Others' END AS "__series0"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('quarter', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
LEFT JOIN (
SELECT *
FROM (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('quarter', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
) "ranked"
ORDER BY "__rank" DESC, "__best0" ASC
LIMIT 3
) "best" ON ("product" = "best"."__best0" OR ("product" IS NULL AND "best"."__best0" IS NULL))
) "sales"
GROUP BY "__0", "__series0"
) "grouped"
ORDER BY "sold_at" ASC, "product" ASC
LIMIT 1000;

-- series may be empty
SELECT "sold_at", "region", "count"
FROM (
SELECT "__0" AS "sold_at", "region" AS "region", COUNT(*) AS "count", "region" AS "__key0"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('year', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "region"
) "grouped"
JOIN (
SELECT *
FROM (
SELECT "region" AS "__best0", COUNT("id") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('year', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "region"
) "ranked"
ORDER BY "__rank" DESC, "__best0" ASC
LIMIT 2
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "sold_at" ASC, "region" ASC
LIMIT 1000;

-- the worst two series
SELECT "product", "revenue"
FROM (
SELECT "product" AS "product", SUM("amount") AS "revenue", "product" AS "__key0"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
JOIN (
SELECT *
FROM (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "ranked"
ORDER BY "__rank" ASC, "__best0" ASC
LIMIT 2
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "revenue" ASC, "product" ASC
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
SELECT *
FROM (
SELECT "__0" AS "__best0", COUNT(*) AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "ranked"
ORDER BY "__rank" DESC, "__best0" ASC
LIMIT 2
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "__order0" DESC, "loud" ASC, "product" ASC
LIMIT 1000;

-- labels longer than names may be, and of any letters
SELECT "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_55dceb5d", "SUMa b c  _57e53817"
FROM (
SELECT "__0" AS "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf", COUNT(*) AS "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7", COUNT(*) * 2 AS "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_55dceb5d", COUNT(*) * 3 AS "SUMa b c  _57e53817"
FROM (
SELECT "sales".*, ("id" - "id") AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7" DESC, "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf" ASC
LIMIT 1000;

-- all columns of the first rows
SELECT "id" AS "id", "region" AS "region", "product" AS "product", "amount" AS "amount", "price" AS "price", "online" AS "online", "sold_at" AS "sold_at", "day" AS "day", "note" AS "note", (UPPER("region")) AS "loud", ("amount" * 2) AS "doubled"
FROM "shop"."sales" "sales"
ORDER BY "id" ASC
LIMIT 40;

-- a page
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
ORDER BY "id" ASC
LIMIT 7
OFFSET 5;

-- raw rows by time
SELECT toDateTime64(dateTrunc('day', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') AS "sold_at", "product" AS "product"
FROM "shop"."sales" "sales"
ORDER BY "id" DESC
LIMIT 1000;

-- within a month
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= toDateTime64('2024-03-01 00:00:00', 6, 'UTC')
  AND "sold_at" < toDateTime64('2024-04-01 00:00:00', 6, 'UTC')
ORDER BY "id" ASC
LIMIT 1000;

-- from a moment on
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= toDateTime64('2024-03-02 07:00:00', 6, 'UTC')
ORDER BY "id" ASC
LIMIT 1000;

-- up to a moment
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE "sold_at" < toDateTime64('2024-03-01 00:07:00', 6, 'UTC')
GROUP BY "region"
) "grouped"
ORDER BY "count" DESC, "region" ASC
LIMIT 1000;

-- within a day of a date column
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= toDate32('2024-03-02')
  AND "day" < toDate32('2024-03-05')
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region == [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'East'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region != [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" <> 'East'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region == [EAST]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'EAST'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product == [O'Brien "x"]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = 'O''Brien "x"'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product == [\' OR 1 = 1 -- ]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = '\\'' OR 1 = 1 -- '
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region IN [East, North, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" IN ('East', 'North') OR "region" IS NULL)
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region NOT IN [East, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" NOT IN ('East') AND "region" IS NOT NULL)
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region NOT IN [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" NOT IN ('East')
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region IN []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE 1 = 0
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region IS NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NULL
ORDER BY "id" ASC
LIMIT 1000;

-- rows where region IS NOT NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NOT NULL
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'C%'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product LIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE '%o%'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product LIKE [T_a]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'T_a'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product NOT LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" NOT LIKE 'C%'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product ILIKE [%O%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" ILIKE '%O%'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where product NOT ILIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" NOT ILIKE '%o%'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where id IN [3, 5, 7]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" IN (3, 5, 7)
ORDER BY "id" ASC
LIMIT 1000;

-- rows where id > [390.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" > toDecimal256('390.5', 1)
ORDER BY "id" ASC
LIMIT 1000;

-- rows where amount <= [25.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "amount" <= toDecimal256('25.5', 1)
ORDER BY "id" ASC
LIMIT 1000;

-- rows where price == [3.875]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" = toDecimal256('3.875', 3)
ORDER BY "id" ASC
LIMIT 1000;

-- rows where price < [1E+1]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" < 10
ORDER BY "id" ASC
LIMIT 1000;

-- rows where online IS TRUE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = TRUE
ORDER BY "id" ASC
LIMIT 1000;

-- rows where online IS FALSE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = FALSE
ORDER BY "id" ASC
LIMIT 1000;

-- rows where online == [true]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = TRUE
ORDER BY "id" ASC
LIMIT 1000;

-- rows where sold_at >= [2024-06-01T12:00:00Z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= toDateTime64('2024-06-01 12:00:00', 6, 'UTC')
ORDER BY "id" ASC
LIMIT 1000;

-- rows where sold_at < [1704067200000]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" < toDateTime64('2024-01-01 00:00:00', 6, 'UTC')
ORDER BY "id" ASC
LIMIT 1000;

-- rows where day == [2024-03-01]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" = toDate32('2024-03-01')
ORDER BY "id" ASC
LIMIT 1000;

-- rows where day IN [2024-03-01, 2024-03-02T00:00:00]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" IN (toDate32('2024-03-01'), toDate32('2024-03-02'))
ORDER BY "id" ASC
LIMIT 1000;

-- rows where note == [Note 2 É]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "note" = 'Note 2 É'
ORDER BY "id" ASC
LIMIT 1000;

-- rows where loud == [NORTH]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (UPPER("region")) = 'NORTH'
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains TE
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", 'TE') > 0 OR positionCaseInsensitiveUTF8("product", 'TE') > 0 OR positionCaseInsensitiveUTF8("note", 'TE') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains 0%_J
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", '0%_J') > 0 OR positionCaseInsensitiveUTF8("product", '0%_J') > 0 OR positionCaseInsensitiveUTF8("note", '0%_J') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains _
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", '_') > 0 OR positionCaseInsensitiveUTF8("product", '_') > 0 OR positionCaseInsensitiveUTF8("note", '_') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains %
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", '%') > 0 OR positionCaseInsensitiveUTF8("product", '%') > 0 OR positionCaseInsensitiveUTF8("note", '%') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains o'brien "X
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", 'o''brien "X') > 0 OR positionCaseInsensitiveUTF8("product", 'o''brien "X') > 0 OR positionCaseInsensitiveUTF8("note", 'o''brien "X') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains ote 1
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", 'ote 1') > 0 OR positionCaseInsensitiveUTF8("product", 'ote 1') > 0 OR positionCaseInsensitiveUTF8("note", 'ote 1') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains !
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", '!') > 0 OR positionCaseInsensitiveUTF8("product", '!') > 0 OR positionCaseInsensitiveUTF8("note", '!') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains [a-z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", '[a-z]') > 0 OR positionCaseInsensitiveUTF8("product", '[a-z]') > 0 OR positionCaseInsensitiveUTF8("note", '[a-z]') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains \
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", '\\') > 0 OR positionCaseInsensitiveUTF8("product", '\\') > 0 OR positionCaseInsensitiveUTF8("note", '\\') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- rows of which some text contains nowhere
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (positionCaseInsensitiveUTF8("region", 'nowhere') > 0 OR positionCaseInsensitiveUTF8("product", 'nowhere') > 0 OR positionCaseInsensitiveUTF8("note", 'nowhere') > 0)
ORDER BY "id" ASC
LIMIT 1000;

-- a range in a filter, and row rules
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= toDate32('2024-03-01')
  AND ("region" = 'North' OR "region" = 'East')
  AND ("id" > 10)
ORDER BY "id" ASC
LIMIT 1000;

-- a filter on a rounded time
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE toDateTime64(dateTrunc('month', toDateTime64("sold_at", 6, 'UTC')), 6, 'UTC') = toDateTime64('2024-03-01 00:00:00', 6, 'UTC')
ORDER BY "id" ASC
LIMIT 1000;

-- a filter on a typed expression
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("id" * 2) = 20
ORDER BY "id" ASC
LIMIT 1000;

-- days of a zone within bounds
SELECT "sold_at", "revenue"
FROM (
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, toDateTime64(dateTrunc('day', toDateTime64("__t0", 6, 'UTC')), 6, 'UTC') AS "__0"
FROM (
SELECT "sales".*, addSeconds(toDateTime64("sold_at", 6, 'UTC'), timeZoneOffset(toTimeZone(toDateTime64("sold_at", 6, 'UTC'), 'Europe/Berlin'))) AS "__t0"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= toDateTime64('2024-03-01 00:00:00', 6, 'UTC')
  AND "sold_at" < toDateTime64('2024-12-01 06:30:15', 6, 'UTC')
) "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "sold_at" ASC
LIMIT 1000;

-- a row rule
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("region" = 'East')
GROUP BY "region"
) "grouped"
ORDER BY "count" DESC, "region" ASC
LIMIT 1000;
