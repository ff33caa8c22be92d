-- What mssql is sent. Made by ExpectedSqlContract; see the README beside the plugin.
-- can: [COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, SEVERAL_DISTINCT_COUNTS, SCHEMAS, CANCEL]
-- cannot: [PERCENTILE, NULLS_ORDERING, ILIKE, BOOLEAN_TYPE]

-- == words ==
-- name: "a ""b"" `c` [d] \e"
-- table: "shop"."sales"
-- AVG: AVG(CAST(x AS FLOAT))
-- COUNT: COUNT_BIG(x)
-- COUNT_DISTINCT: COUNT_BIG(DISTINCT x)
-- MAX: MAX(x)
-- MIN: MIN(x)
-- SUM: SUM(x + CAST(0 AS BIGINT))
-- like: LOWER(x) LIKE LOWER('%Tea%')
-- not like: LOWER(x) NOT LIKE LOWER('%Tea%')
-- contains: LOWER(x) LIKE LOWER('%O''B!%r!_i!!e![n] \%') ESCAPE '!'
-- plus an hour: DATEADD(SECOND, 3600, "sold_at")
-- minus an hour: DATEADD(SECOND, -3600, "sold_at")
-- Berlin: CASE WHEN CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) < CAST('2024-03-31T01:00:00' AS DATETIME2) THEN DATEADD(SECOND, 3600, CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) WHEN CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) < CAST('2024-10-27T01:00:00' AS DATETIME2) THEN DATEADD(SECOND, 7200, CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) ELSE DATEADD(SECOND, 3600, CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) END
-- page: SELECT a AS b FROM t
--   ORDER BY (SELECT NULL)
--   OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY
-- skip: SELECT a AS b FROM t
--   ORDER BY b
--   OFFSET 20 ROWS
-- limit of typed SQL: SELECT a FROM t UNION SELECT b FROM u
--   ORDER BY 1
--   OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY
-- limit of ordered typed SQL: SELECT a FROM t ORDER BY a
--   OFFSET 0 ROWS FETCH NEXT 10 ROWS ONLY

-- == grains ==
-- SECOND: DATEADD(SECOND, DATEDIFF(SECOND, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- FIVE_SECONDS: DATEADD(SECOND, DATEDIFF(SECOND, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 5 * 5, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- THIRTY_SECONDS: DATEADD(SECOND, DATEDIFF(SECOND, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 30 * 30, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- MINUTE: DATEADD(MINUTE, DATEDIFF(MINUTE, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- FIVE_MINUTES: DATEADD(MINUTE, DATEDIFF(MINUTE, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 5 * 5, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- TEN_MINUTES: DATEADD(MINUTE, DATEDIFF(MINUTE, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 10 * 10, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- FIFTEEN_MINUTES: DATEADD(MINUTE, DATEDIFF(MINUTE, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 15 * 15, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- THIRTY_MINUTES: DATEADD(MINUTE, DATEDIFF(MINUTE, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 30 * 30, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- HOUR: DATEADD(HOUR, DATEDIFF(HOUR, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- SIX_HOURS: DATEADD(HOUR, DATEDIFF(HOUR, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) / 6 * 6, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- DAY: CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2)
-- WEEK: DATEADD(DAY, -(DATEDIFF(DAY, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) % 7), CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- MONTH: DATEADD(MONTH, DATEDIFF(MONTH, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2))
-- QUARTER: DATEADD(QUARTER, DATEDIFF(QUARTER, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2))
-- YEAR: DATEADD(YEAR, DATEDIFF(YEAR, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2))
-- WEEK_STARTING_SUNDAY: DATEADD(DAY, -((DATEDIFF(DAY, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) + 1) % 7), CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- WEEK_STARTING_MONDAY: DATEADD(DAY, -(DATEDIFF(DAY, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) % 7), CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- WEEK_ENDING_SATURDAY: DATEADD(DAY, 6 - (DATEDIFF(DAY, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) + 1) % 7, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))
-- WEEK_ENDING_SUNDAY: DATEADD(DAY, 6 - DATEDIFF(DAY, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) % 7, CAST(CAST(CAST(SWITCHOFFSET(CAST(t AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2))

-- == literals ==
-- null: NULL
-- plain: 'plain'
-- O'Brien: 'O''Brien'
-- : ''
-- back\slash: 'back\slash'
-- two\nlines: 'two
--   lines'
-- Länge 長さ: N'Länge 長さ'
-- true: 1
-- false: 0
-- 42: 42
-- -7: -7
-- 12.50: 12.50
-- 0.1: 0.1
-- 2024-02-29: CAST('2024-02-29' AS DATE)
-- 0001-01-01: CAST('0001-01-01' AS DATE)
-- 1969-12-31T23:59:59: CAST('1969-12-31T23:59:59' AS DATETIME2)
-- 2024-03-31T00:00: CAST('2024-03-31T00:00:00' AS DATETIME2)
-- 2024-03-31T02:30:00.123456: CAST('2024-03-31T02:30:00.123456' AS DATETIME2)

-- == types ==
-- bigint: INTEGER
-- bigint identity: INTEGER
-- binary: TEXT
-- bit: BOOLEAN
-- char: TEXT
-- date: DATE
-- datetime: TIMESTAMP
-- datetime2: TIMESTAMP
-- datetimeoffset: TIMESTAMP
-- decimal: DECIMAL
-- decimal() identity: DECIMAL
-- float: DECIMAL
-- geography: TEXT
-- hierarchyid: TEXT
-- image: TEXT
-- int: INTEGER
-- int identity: INTEGER
-- json: TEXT
-- money: DECIMAL
-- nchar: TEXT
-- ntext: TEXT
-- numeric: DECIMAL
-- nvarchar: TEXT
-- real: DECIMAL
-- rowversion: TEXT
-- smalldatetime: TIMESTAMP
-- smallint: INTEGER
-- smallmoney: DECIMAL
-- sql_variant: TEXT
-- text: TEXT
-- time: TEXT
-- timestamp: TEXT
-- tinyint: INTEGER
-- uniqueidentifier: TEXT
-- varbinary: TEXT
-- varchar: TEXT
-- vector: TEXT
-- xml: TEXT

-- == questions ==

-- one number
SELECT COUNT(*) AS "count"
FROM "shop"."sales" "sales"
ORDER BY (SELECT NULL)
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- several numbers
SELECT COUNT(*) AS "count", SUM("amount") AS "revenue", SUM("price") / COUNT("price") AS "average"
FROM "shop"."sales" "sales"
ORDER BY (SELECT NULL)
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- numbers of nothing
SELECT COUNT(*) AS "count", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
WHERE ("id" < 0)
ORDER BY (SELECT NULL)
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- every aggregate
SELECT "region", "SUM(amount)", "AVG(price)", "AVG(id)", "SUM(id)", "COUNT(note)", "COUNT_DISTINCT(product)", "MIN(sold_at)", "MAX(day)"
FROM (
SELECT "region" AS "region", SUM("amount" + CAST(0 AS BIGINT)) AS "SUM(amount)", AVG(CAST("price" AS FLOAT)) AS "AVG(price)", AVG(CAST("id" AS FLOAT)) AS "AVG(id)", SUM("id" + CAST(0 AS BIGINT)) AS "SUM(id)", COUNT_BIG("note") AS "COUNT(note)", COUNT_BIG(DISTINCT "product") AS "COUNT_DISTINCT(product)", MIN("sold_at") AS "MIN(sold_at)", MAX("day") AS "MAX(day)"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "SUM(amount)" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- medians and percentiles of groups
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "count" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a percentile of all
SELECT COUNT(*) AS "count"
FROM "shop"."sales" "sales"
ORDER BY (SELECT NULL)
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

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
ORDER BY "revenue" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- groups, the smallest first
SELECT "region", "revenue"
FROM (
SELECT "region" AS "region", SUM("amount") AS "revenue"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY CASE WHEN "revenue" IS NULL THEN 1 ELSE 0 END, "revenue" ASC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- empty keys last when ascending
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- empty keys last when descending
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "region" DESC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- two dimensions, two orders
SELECT "region", "product", "count"
FROM (
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
) "grouped"
ORDER BY "count" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- the second page of groups
SELECT "region", "product", "count"
FROM (
SELECT "region" AS "region", "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "region", "product"
) "grouped"
ORDER BY "count" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY;

-- ordered by a metric that is not shown
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count", SUM("price" + CAST(0 AS BIGINT)) AS "__order0"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
ORDER BY "__order0" DESC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- distinct values
SELECT "product"
FROM (
SELECT "product" AS "product"
FROM "shop"."sales" "sales"
GROUP BY "product"
) "grouped"
ORDER BY CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- time forward
SELECT "sold_at", "revenue"
FROM (
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, DATEADD(DAY, -(DATEDIFF(DAY, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) % 7), CAST(CAST(CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- months of a date
SELECT "day", "count"
FROM (
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, DATEADD(MONTH, DATEDIFF(MONTH, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("day" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY CASE WHEN "day" IS NULL THEN 1 ELSE 0 END, "day" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- hours of a date are its days
SELECT "day", "count"
FROM (
SELECT "__0" AS "day", COUNT(*) AS "count"
FROM (
SELECT "sales".*, CAST(CAST(CAST(SWITCHOFFSET(CAST("day" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY CASE WHEN "day" IS NULL THEN 1 ELSE 0 END, "day" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- months and days at once
SELECT "sold_at", "product", "count", "COUNT(online)"
FROM (
SELECT "__0" AS "sold_at", "product" AS "product", COUNT(*) AS "count", COUNT_BIG("online") AS "COUNT(online)"
FROM (
SELECT "sales".*, DATEADD(MONTH, DATEDIFF(MONTH, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 9 ROWS ONLY;

-- a calculated column
SELECT "loud", "SUM(doubled)"
FROM (
SELECT "__0" AS "loud", SUM(("amount" * 2) + CAST(0 AS BIGINT)) AS "SUM(doubled)"
FROM (
SELECT "sales".*, (UPPER("region")) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY "SUM(doubled)" DESC, CASE WHEN "loud" IS NULL THEN 1 ELSE 0 END, "loud" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

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
ORDER BY "count" DESC, CASE WHEN "half" IS NULL THEN 1 ELSE 0 END, "half" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a typed dimension in time
SELECT "month", "count"
FROM (
SELECT "__0" AS "month", COUNT(*) AS "count"
FROM (
SELECT "sales".*, DATEADD(MONTH, DATEDIFF(MONTH, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST(("sold_at") AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY CASE WHEN "month" IS NULL THEN 1 ELSE 0 END, "month" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a typed metric
SELECT "region", "East sales"
FROM (
SELECT "region" AS "region", SUM(CASE WHEN "region" = 'East' THEN 1 ELSE 0 END) AS "East sales"
FROM "shop"."sales" "sales"
GROUP BY "region"
) "grouped"
ORDER BY "East sales" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a label that is also a column
SELECT "sold_at", "amount", "price"
FROM (
SELECT "__0" AS "sold_at", SUM("amount" + CAST(0 AS BIGINT)) AS "amount", MAX("id") - MIN("id") AS "price"
FROM (
SELECT "sales".*, DATEADD(MONTH, DATEDIFF(MONTH, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0"
HAVING (MAX("id") > 100)
) "grouped"
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a condition on groups
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
GROUP BY "product"
HAVING (COUNT(*) > 65)
) "grouped"
ORDER BY "count" DESC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- typed where
SELECT "product", "count"
FROM (
SELECT "product" AS "product", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("price" > 50 OR "region" = 'East')
GROUP BY "product"
) "grouped"
ORDER BY "count" DESC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- the best three series over time
SELECT "sold_at", "product", "revenue"
FROM (
SELECT "__0" AS "sold_at", "product" AS "product", SUM("amount") AS "revenue", "product" AS "__key0"
FROM (
SELECT "sales".*, DATEADD(QUARTER, DATEDIFF(QUARTER, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "product"
) "grouped"
JOIN (
SELECT *
FROM (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, DATEADD(QUARTER, DATEDIFF(QUARTER, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
) "ranked"
ORDER BY "__rank" DESC, CASE WHEN "__best0" IS NULL THEN 1 ELSE 0 END, "__best0" ASC
OFFSET 0 ROWS FETCH NEXT 3 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- the best three series and all others together
SELECT "sold_at", "product", "revenue"
FROM (
SELECT "__0" AS "sold_at", "__series0" AS "product", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, CASE WHEN "best"."__found" = 1 THEN "product" ELSE 'Others' END AS "__series0"
FROM (
SELECT "sales".*, DATEADD(QUARTER, DATEDIFF(QUARTER, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
LEFT JOIN (
SELECT *
FROM (
SELECT "product" AS "__best0", SUM("amount") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, DATEADD(QUARTER, DATEDIFF(QUARTER, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "product"
) "ranked"
ORDER BY "__rank" DESC, CASE WHEN "__best0" IS NULL THEN 1 ELSE 0 END, "__best0" ASC
OFFSET 0 ROWS FETCH NEXT 3 ROWS ONLY
) "best" ON ("product" = "best"."__best0" OR ("product" IS NULL AND "best"."__best0" IS NULL))
) "sales"
GROUP BY "__0", "__series0"
) "grouped"
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- series may be empty
SELECT "sold_at", "region", "count"
FROM (
SELECT "__0" AS "sold_at", "region" AS "region", COUNT(*) AS "count", "region" AS "__key0"
FROM (
SELECT "sales".*, DATEADD(YEAR, DATEDIFF(YEAR, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "__0", "region"
) "grouped"
JOIN (
SELECT *
FROM (
SELECT "region" AS "__best0", COUNT_BIG("id") AS "__rank", 1 AS "__found"
FROM (
SELECT "sales".*, DATEADD(YEAR, DATEDIFF(YEAR, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) AS "__0"
FROM "shop"."sales" "sales"
) "sales"
GROUP BY "region"
) "ranked"
ORDER BY "__rank" DESC, CASE WHEN "__best0" IS NULL THEN 1 ELSE 0 END, "__best0" ASC
OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

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
ORDER BY CASE WHEN "__rank" IS NULL THEN 1 ELSE 0 END, "__rank" ASC, CASE WHEN "__best0" IS NULL THEN 1 ELSE 0 END, "__best0" ASC
OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY CASE WHEN "revenue" IS NULL THEN 1 ELSE 0 END, "revenue" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- series by a calculated column, ordered by what is not shown
SELECT "loud", "product", "count"
FROM (
SELECT "__0" AS "loud", "product" AS "product", COUNT(*) AS "count", SUM("amount" + CAST(0 AS BIGINT)) AS "__order0", "__0" AS "__key0"
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
ORDER BY "__rank" DESC, CASE WHEN "__best0" IS NULL THEN 1 ELSE 0 END, "__best0" ASC
OFFSET 0 ROWS FETCH NEXT 2 ROWS ONLY
) "best" ON ("__key0" = "__best0" OR ("__key0" IS NULL AND "__best0" IS NULL))
ORDER BY "__order0" DESC, CASE WHEN "loud" IS NULL THEN 1 ELSE 0 END, "loud" ASC, CASE WHEN "product" IS NULL THEN 1 ELSE 0 END, "product" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

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
ORDER BY "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7" DESC, CASE WHEN "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf" IS NULL THEN 1 ELSE 0 END, "Lnge Lnge Lnge Lnge Lnge Lnge Lnge Lnge _95b750cf" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- all columns of the first rows
SELECT "id" AS "id", "region" AS "region", "product" AS "product", "amount" AS "amount", "price" AS "price", "online" AS "online", "sold_at" AS "sold_at", "day" AS "day", "note" AS "note", (UPPER("region")) AS "loud", ("amount" * 2) AS "doubled"
FROM "shop"."sales" "sales"
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 40 ROWS ONLY;

-- a page
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 5 ROWS FETCH NEXT 7 ROWS ONLY;

-- raw rows by time
SELECT CAST(CAST(CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2) AS "sold_at", "product" AS "product"
FROM "shop"."sales" "sales"
ORDER BY "id" DESC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- within a month
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= CAST('2024-03-01T00:00:00' AS DATETIME2)
  AND "sold_at" < CAST('2024-04-01T00:00:00' AS DATETIME2)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- from a moment on
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= CAST('2024-03-02T07:00:00' AS DATETIME2)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- up to a moment
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE "sold_at" < CAST('2024-03-01T00:07:00' AS DATETIME2)
GROUP BY "region"
) "grouped"
ORDER BY "count" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- within a day of a date column
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= CAST('2024-03-02' AS DATE)
  AND "day" < CAST('2024-03-05' AS DATE)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region == [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'East'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region != [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" <> 'East'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region == [EAST]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" = 'EAST'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product == [O'Brien "x"]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = 'O''Brien "x"'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product == [\' OR 1 = 1 -- ]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" = '\'' OR 1 = 1 -- '
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region IN [East, North, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" IN ('East', 'North') OR "region" IS NULL)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region NOT IN [East, null]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("region" NOT IN ('East') AND "region" IS NOT NULL)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region NOT IN [East]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" NOT IN ('East')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region IN []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE 1 = 0
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region IS NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NULL
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where region IS NOT NULL []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "region" IS NOT NULL
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'C%'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product LIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE '%o%'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product LIKE [T_a]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" LIKE 'T_a'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product NOT LIKE [C%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "product" NOT LIKE 'C%'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product ILIKE [%O%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE LOWER("product") LIKE LOWER('%O%')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where product NOT ILIKE [%o%]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE LOWER("product") NOT LIKE LOWER('%o%')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where id IN [3, 5, 7]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" IN (3, 5, 7)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where id > [390.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "id" > 390.5
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where amount <= [25.5]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "amount" <= 25.5
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where price == [3.875]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" = 3.875
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where price < [1E+1]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "price" < 10
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where online IS TRUE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = 1
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where online IS FALSE []
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = 0
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where online == [true]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "online" = 1
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where sold_at >= [2024-06-01T12:00:00Z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= CAST('2024-06-01T12:00:00' AS DATETIME2)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where sold_at < [1704067200000]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "sold_at" < CAST('2024-01-01T00:00:00' AS DATETIME2)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where day == [2024-03-01]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" = CAST('2024-03-01' AS DATE)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where day IN [2024-03-01, 2024-03-02T00:00:00]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" IN (CAST('2024-03-01' AS DATE), CAST('2024-03-02' AS DATE))
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where note == [Note 2 É]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "note" = N'Note 2 É'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows where loud == [NORTH]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (UPPER("region")) = 'NORTH'
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains TE
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%TE%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%TE%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%TE%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains 0%_J
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%0!%!_J%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%0!%!_J%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%0!%!_J%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains _
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%!_%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%!_%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%!_%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains %
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%!%%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%!%%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%!%%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains o'brien "X
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%o''brien "X%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%o''brien "X%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%o''brien "X%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains ote 1
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%ote 1%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%ote 1%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%ote 1%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains !
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%!!%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%!!%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%!!%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains [a-z]
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%![a-z]%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%![a-z]%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%![a-z]%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains \
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%\%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%\%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%\%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- rows of which some text contains nowhere
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE (LOWER("region") LIKE LOWER('%nowhere%') ESCAPE '!' OR LOWER("product") LIKE LOWER('%nowhere%') ESCAPE '!' OR LOWER("note") LIKE LOWER('%nowhere%') ESCAPE '!')
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a range in a filter, and row rules
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE "day" >= CAST('2024-03-01' AS DATE)
  AND ("region" = 'North' OR "region" = 'East')
  AND ("id" > 10)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a filter on a rounded time
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE DATEADD(MONTH, DATEDIFF(MONTH, CAST('0001-01-01' AS DATETIME2), CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)), CAST('0001-01-01' AS DATETIME2)) = CAST('2024-03-01T00:00:00' AS DATETIME2)
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a filter on a typed expression
SELECT "id" AS "id"
FROM "shop"."sales" "sales"
WHERE ("id" * 2) = 20
ORDER BY CASE WHEN "id" IS NULL THEN 1 ELSE 0 END, "id" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- days of a zone within bounds
SELECT "sold_at", "revenue"
FROM (
SELECT "__0" AS "sold_at", SUM("amount") AS "revenue"
FROM (
SELECT "sales".*, CAST(CAST(CAST(SWITCHOFFSET(CAST("__t0" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) AS DATE) AS DATETIME2) AS "__0"
FROM (
SELECT "sales".*, CASE WHEN CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) < CAST('2024-03-31T01:00:00' AS DATETIME2) THEN DATEADD(SECOND, 3600, CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) WHEN CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2) < CAST('2024-10-27T01:00:00' AS DATETIME2) THEN DATEADD(SECOND, 7200, CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) ELSE DATEADD(SECOND, 3600, CAST(SWITCHOFFSET(CAST("sold_at" AS DATETIMEOFFSET), '+00:00') AS DATETIME2)) END AS "__t0"
FROM "shop"."sales" "sales"
WHERE "sold_at" >= CAST('2024-03-01T00:00:00' AS DATETIME2)
  AND "sold_at" < CAST('2024-12-01T06:30:15' AS DATETIME2)
) "sales"
) "sales"
GROUP BY "__0"
) "grouped"
ORDER BY CASE WHEN "sold_at" IS NULL THEN 1 ELSE 0 END, "sold_at" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;

-- a row rule
SELECT "region", "count"
FROM (
SELECT "region" AS "region", COUNT(*) AS "count"
FROM "shop"."sales" "sales"
WHERE ("region" = 'East')
GROUP BY "region"
) "grouped"
ORDER BY "count" DESC, CASE WHEN "region" IS NULL THEN 1 ELSE 0 END, "region" ASC
OFFSET 0 ROWS FETCH NEXT 1000 ROWS ONLY;
