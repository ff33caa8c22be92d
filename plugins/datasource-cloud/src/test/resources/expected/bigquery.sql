-- What bigquery is sent. Made by ExpectedSqlContract; see the README beside the plugin.
-- can: [COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, SEVERAL_DISTINCT_COUNTS, NULLS_ORDERING, BOOLEAN_TYPE, SCHEMAS, CANCEL]
-- cannot: [PERCENTILE, ILIKE]

-- == words ==
-- name: `a "b" \`c\` [d] \\e`
-- table: `shop`.`sales`
-- AVG: AVG(x)
-- COUNT: COUNT(x)
-- COUNT_DISTINCT: COUNT(DISTINCT x)
-- MAX: MAX(x)
-- MIN: MIN(x)
-- SUM: SUM(x)
-- like: LOWER(x) LIKE LOWER('%Tea%')
-- not like: LOWER(x) NOT LIKE LOWER('%Tea%')
-- contains: STRPOS(LOWER(x), LOWER('O\'B%r_i!e[n] \\')) > 0
-- plus an hour: DATETIME_ADD(CAST(`sold_at` AS DATETIME), INTERVAL 3600 SECOND)
-- minus an hour: DATETIME_ADD(CAST(`sold_at` AS DATETIME), INTERVAL -3600 SECOND)
-- Berlin: DATETIME(CAST(`sold_at` AS TIMESTAMP), 'Europe/Berlin')
-- page: SELECT a AS b FROM t
--   LIMIT 10
--   OFFSET 20
-- skip: SELECT a AS b FROM t
--   ORDER BY b
--   LIMIT 9223372036854775807
--   OFFSET 20
-- limit of typed SQL: SELECT a FROM t UNION SELECT b FROM u
--   LIMIT 10
-- limit of ordered typed SQL: SELECT a FROM t ORDER BY a
--   LIMIT 10

-- == grains ==
-- SECOND: DATETIME_TRUNC(CAST(t AS DATETIME), SECOND)
-- FIVE_SECONDS: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), MINUTE), INTERVAL DIV(EXTRACT(SECOND FROM CAST(t AS DATETIME)), 5) * 5 SECOND)
-- THIRTY_SECONDS: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), MINUTE), INTERVAL DIV(EXTRACT(SECOND FROM CAST(t AS DATETIME)), 30) * 30 SECOND)
-- MINUTE: DATETIME_TRUNC(CAST(t AS DATETIME), MINUTE)
-- FIVE_MINUTES: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), HOUR), INTERVAL DIV(EXTRACT(MINUTE FROM CAST(t AS DATETIME)), 5) * 5 MINUTE)
-- TEN_MINUTES: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), HOUR), INTERVAL DIV(EXTRACT(MINUTE FROM CAST(t AS DATETIME)), 10) * 10 MINUTE)
-- FIFTEEN_MINUTES: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), HOUR), INTERVAL DIV(EXTRACT(MINUTE FROM CAST(t AS DATETIME)), 15) * 15 MINUTE)
-- THIRTY_MINUTES: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), HOUR), INTERVAL DIV(EXTRACT(MINUTE FROM CAST(t AS DATETIME)), 30) * 30 MINUTE)
-- HOUR: DATETIME_TRUNC(CAST(t AS DATETIME), HOUR)
-- SIX_HOURS: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), DAY), INTERVAL DIV(EXTRACT(HOUR FROM CAST(t AS DATETIME)), 6) * 6 HOUR)
-- DAY: DATETIME_TRUNC(CAST(t AS DATETIME), DAY)
-- WEEK: DATETIME_TRUNC(CAST(t AS DATETIME), WEEK(MONDAY))
-- MONTH: DATETIME_TRUNC(CAST(t AS DATETIME), MONTH)
-- QUARTER: DATETIME_TRUNC(CAST(t AS DATETIME), QUARTER)
-- YEAR: DATETIME_TRUNC(CAST(t AS DATETIME), YEAR)
-- WEEK_STARTING_SUNDAY: DATETIME_TRUNC(CAST(t AS DATETIME), WEEK(SUNDAY))
-- WEEK_STARTING_MONDAY: DATETIME_TRUNC(CAST(t AS DATETIME), WEEK(MONDAY))
-- WEEK_ENDING_SATURDAY: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), WEEK(SUNDAY)), INTERVAL 6 DAY)
-- WEEK_ENDING_SUNDAY: DATETIME_ADD(DATETIME_TRUNC(CAST(t AS DATETIME), WEEK(MONDAY)), INTERVAL 6 DAY)

-- == literals ==
-- null: NULL
-- plain: 'plain'
-- O'Brien: 'O\'Brien'
-- : ''
-- back\slash: 'back\\slash'
-- two\nlines: 'two\nlines'
-- Länge 長さ: 'Länge 長さ'
-- true: TRUE
-- false: FALSE
-- 42: 42
-- -7: -7
-- 12.50: 12.50
-- 0.1: 0.1
-- 2024-02-29: DATE '2024-02-29'
-- 0001-01-01: DATE '0001-01-01'
-- 1969-12-31T23:59:59: '1969-12-31 23:59:59'
-- 2024-03-31T00:00: '2024-03-31 00:00:00'
-- 2024-03-31T02:30:00.123456: '2024-03-31 02:30:00.123456'

-- == types ==
-- ARRAY<INT64>: TEXT
-- BIGDECIMAL: DECIMAL
-- BIGINT: INTEGER
-- BIGNUMERIC: DECIMAL
-- BOOL: BOOLEAN
-- BOOLEAN: BOOLEAN
-- BYTES: TEXT
-- DATE: DATE
-- DATETIME: TIMESTAMP
-- DECIMAL: DECIMAL
-- FLOAT: DECIMAL
-- FLOAT64: DECIMAL
-- GEOGRAPHY: TEXT
-- INT64: INTEGER
-- INTEGER: INTEGER
-- INTERVAL: TEXT
-- JSON: TEXT
-- NUMERIC: DECIMAL
-- NUMERIC(10, 2): DECIMAL
-- RANGE<DATE>: TEXT
-- RECORD: TEXT
-- STRING: TEXT
-- STRUCT<a INT64>: TEXT
-- TIME: TEXT
-- TIMESTAMP: TIMESTAMP

-- == questions ==

-- one number
SELECT COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
LIMIT 1000;

-- several numbers
SELECT COUNT(*) AS `count`, SUM(`amount`) AS `revenue`, SUM(`price`) / COUNT(`price`) AS `average`
FROM `shop`.`sales` `sales`
LIMIT 1000;

-- numbers of nothing
SELECT COUNT(*) AS `count`, SUM(`amount`) AS `revenue`
FROM `shop`.`sales` `sales`
WHERE (`id` < 0)
LIMIT 1000;

-- every aggregate
SELECT `region` AS `region`, SUM(`amount`) AS `SUMamount_4528f325`, AVG(`price`) AS `AVGprice_9207f40b`, AVG(`id`) AS `AVGid_2eb78fb1`, SUM(`id`) AS `SUMid_12d26859`, COUNT(`note`) AS `COUNTnote_3face54d`, COUNT(DISTINCT `product`) AS `COUNT_DISTINCTproduct_d8169596`, MIN(`sold_at`) AS `MINsold_at_5e796e1d`, MAX(`day`) AS `MAXday_65b40357`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `SUMamount_4528f325` DESC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- medians and percentiles of groups
SELECT `region` AS `region`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `count` DESC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- a percentile of all
SELECT COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
LIMIT 1000;

-- the number of rows
SELECT COUNT(*) AS `rowcount`
FROM (
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
) `counted`;

-- the number of groups
SELECT COUNT(*) AS `rowcount`
FROM (
SELECT `region` AS `region`, `product` AS `product`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `region`, `product`
) `counted`;

-- groups, the biggest first, empty values last
SELECT `region` AS `region`, SUM(`amount`) AS `revenue`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `revenue` DESC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- groups, the smallest first
SELECT `region` AS `region`, SUM(`amount`) AS `revenue`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `revenue` ASC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- empty keys last when ascending
SELECT `region` AS `region`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `region` ASC NULLS LAST
LIMIT 1000;

-- empty keys last when descending
SELECT `region` AS `region`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `region` DESC NULLS LAST
LIMIT 1000;

-- two dimensions, two orders
SELECT `region` AS `region`, `product` AS `product`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `region`, `product`
ORDER BY `count` DESC NULLS LAST, `region` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- the second page of groups
SELECT `region` AS `region`, `product` AS `product`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `region`, `product`
ORDER BY `count` DESC NULLS LAST, `region` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 5
OFFSET 5;

-- ordered by a metric that is not shown
SELECT `product`, `count`
FROM (
SELECT `product` AS `product`, COUNT(*) AS `count`, SUM(`price`) AS `__order0`
FROM `shop`.`sales` `sales`
GROUP BY `product`
) `grouped`
ORDER BY `__order0` DESC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- distinct values
SELECT `product` AS `product`
FROM `shop`.`sales` `sales`
GROUP BY `product`
ORDER BY `product` ASC NULLS LAST
LIMIT 1000;

-- time forward
SELECT `__0` AS `sold_at`, SUM(`amount`) AS `revenue`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), WEEK(MONDAY)) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `sold_at` ASC NULLS LAST
LIMIT 1000;

-- months of a date
SELECT `__0` AS `day`, COUNT(*) AS `count`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`day` AS DATETIME), MONTH) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `day` ASC NULLS LAST
LIMIT 1000;

-- hours of a date are its days
SELECT `__0` AS `day`, COUNT(*) AS `count`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`day` AS DATETIME), DAY) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `day` ASC NULLS LAST
LIMIT 1000;

-- months and days at once
SELECT `__0` AS `sold_at`, `product` AS `product`, COUNT(*) AS `count`, COUNT(`online`) AS `COUNTonline_8cee2dcd`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), MONTH) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`, `product`
ORDER BY `sold_at` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 9;

-- a calculated column
SELECT `__0` AS `loud`, SUM((`amount` * 2)) AS `SUMdoubled_8639cef3`
FROM (
SELECT `sales`.*, (UPPER(`region`)) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `SUMdoubled_8639cef3` DESC NULLS LAST, `loud` ASC NULLS LAST
LIMIT 1000;

-- a typed dimension
SELECT `__0` AS `half`, COUNT(*) AS `count`
FROM (
SELECT `sales`.*, (CASE WHEN `id` < 100 THEN 'early' ELSE 'late' END) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `count` DESC NULLS LAST, `half` ASC NULLS LAST
LIMIT 1000;

-- a typed dimension in time
SELECT `__0` AS `month`, COUNT(*) AS `count`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST((`sold_at`) AS DATETIME), MONTH) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `month` ASC NULLS LAST
LIMIT 1000;

-- a typed metric
SELECT `region` AS `region`, SUM(CASE WHEN `region` = 'East' THEN 1 ELSE 0 END) AS `label_40f6d151`
FROM `shop`.`sales` `sales`
GROUP BY `region`
ORDER BY `label_40f6d151` DESC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- a label that is also a column
SELECT `__0` AS `sold_at`, SUM(`amount`) AS `amount`, MAX(`id`) - MIN(`id`) AS `price`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), MONTH) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
HAVING (MAX(`id`) > 100)
ORDER BY `sold_at` ASC NULLS LAST
LIMIT 1000;

-- a condition on groups
SELECT `product` AS `product`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
GROUP BY `product`
HAVING (COUNT(*) > 65)
ORDER BY `count` DESC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- typed where
SELECT `product` AS `product`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
WHERE (`price` > 50 OR `region` = 'East')
GROUP BY `product`
ORDER BY `count` DESC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- the best three series over time
SELECT `sold_at`, `product`, `revenue`
FROM (
SELECT `__0` AS `sold_at`, `product` AS `product`, SUM(`amount`) AS `revenue`, `product` AS `__key0`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), QUARTER) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`, `product`
) `grouped`
JOIN (
SELECT `product` AS `__best0`, SUM(`amount`) AS `__rank`, 1 AS `__found`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), QUARTER) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `product`
ORDER BY `__rank` DESC NULLS LAST, `__best0` ASC NULLS LAST
LIMIT 3
) `best` ON (`__key0` = `__best0` OR (`__key0` IS NULL AND `__best0` IS NULL))
ORDER BY `sold_at` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- the best three series and all others together
SELECT `__0` AS `sold_at`, `__series0` AS `product`, SUM(`amount`) AS `revenue`
FROM (
SELECT `sales`.*, CASE WHEN `best`.`__found` = 1 THEN `product` ELSE 'Others' END AS `__series0`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), QUARTER) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
LEFT JOIN (
SELECT `product` AS `__best0`, SUM(`amount`) AS `__rank`, 1 AS `__found`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), QUARTER) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `product`
ORDER BY `__rank` DESC NULLS LAST, `__best0` ASC NULLS LAST
LIMIT 3
) `best` ON (`product` = `best`.`__best0` OR (`product` IS NULL AND `best`.`__best0` IS NULL))
) `sales`
GROUP BY `__0`, `__series0`
ORDER BY `sold_at` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- series may be empty
SELECT `sold_at`, `region`, `count`
FROM (
SELECT `__0` AS `sold_at`, `region` AS `region`, COUNT(*) AS `count`, `region` AS `__key0`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), YEAR) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`, `region`
) `grouped`
JOIN (
SELECT `region` AS `__best0`, COUNT(`id`) AS `__rank`, 1 AS `__found`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), YEAR) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `region`
ORDER BY `__rank` DESC NULLS LAST, `__best0` ASC NULLS LAST
LIMIT 2
) `best` ON (`__key0` = `__best0` OR (`__key0` IS NULL AND `__best0` IS NULL))
ORDER BY `sold_at` ASC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- the worst two series
SELECT `product`, `revenue`
FROM (
SELECT `product` AS `product`, SUM(`amount`) AS `revenue`, `product` AS `__key0`
FROM `shop`.`sales` `sales`
GROUP BY `product`
) `grouped`
JOIN (
SELECT `product` AS `__best0`, SUM(`amount`) AS `__rank`, 1 AS `__found`
FROM `shop`.`sales` `sales`
GROUP BY `product`
ORDER BY `__rank` ASC NULLS LAST, `__best0` ASC NULLS LAST
LIMIT 2
) `best` ON (`__key0` = `__best0` OR (`__key0` IS NULL AND `__best0` IS NULL))
ORDER BY `revenue` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- series by a calculated column, ordered by what is not shown
SELECT `loud`, `product`, `count`
FROM (
SELECT `__0` AS `loud`, `product` AS `product`, COUNT(*) AS `count`, SUM(`amount`) AS `__order0`, `__0` AS `__key0`
FROM (
SELECT `sales`.*, (UPPER(`region`)) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`, `product`
) `grouped`
JOIN (
SELECT `__0` AS `__best0`, COUNT(*) AS `__rank`, 1 AS `__found`
FROM (
SELECT `sales`.*, (UPPER(`region`)) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `__rank` DESC NULLS LAST, `__best0` ASC NULLS LAST
LIMIT 2
) `best` ON (`__key0` = `__best0` OR (`__key0` IS NULL AND `__best0` IS NULL))
ORDER BY `__order0` DESC NULLS LAST, `loud` ASC NULLS LAST, `product` ASC NULLS LAST
LIMIT 1000;

-- labels longer than names may be, and of any letters
SELECT `__0` AS `label_95b750cf`, COUNT(*) AS `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7`, COUNT(*) * 2 AS `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_55dceb5d`, COUNT(*) * 3 AS `label_57e53817`
FROM (
SELECT `sales`.*, (`id` - `id`) AS `__0`
FROM `shop`.`sales` `sales`
) `sales`
GROUP BY `__0`
ORDER BY `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_ccd5bae7` DESC NULLS LAST, `label_95b750cf` ASC NULLS LAST
LIMIT 1000;

-- all columns of the first rows
SELECT `id` AS `id`, `region` AS `region`, `product` AS `product`, `amount` AS `amount`, `price` AS `price`, `online` AS `online`, `sold_at` AS `sold_at`, `day` AS `day`, `note` AS `note`, (UPPER(`region`)) AS `loud`, (`amount` * 2) AS `doubled`
FROM `shop`.`sales` `sales`
ORDER BY `id` ASC NULLS LAST
LIMIT 40;

-- a page
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
ORDER BY `id` ASC NULLS LAST
LIMIT 7
OFFSET 5;

-- raw rows by time
SELECT DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), DAY) AS `sold_at`, `product` AS `product`
FROM `shop`.`sales` `sales`
ORDER BY `id` DESC NULLS LAST
LIMIT 1000;

-- within a month
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `sold_at` >= '2024-03-01 00:00:00'
  AND `sold_at` < '2024-04-01 00:00:00'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- from a moment on
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `sold_at` >= '2024-03-02 07:00:00'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- up to a moment
SELECT `region` AS `region`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
WHERE `sold_at` < '2024-03-01 00:07:00'
GROUP BY `region`
ORDER BY `count` DESC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;

-- within a day of a date column
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `day` >= DATE '2024-03-02'
  AND `day` < DATE '2024-03-05'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region == [East]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `region` = 'East'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region != [East]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `region` <> 'East'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region == [EAST]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `region` = 'EAST'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product == [O'Brien "x"]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `product` = 'O\'Brien "x"'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product == [\' OR 1 = 1 -- ]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `product` = '\\\' OR 1 = 1 -- '
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region IN [East, North, null]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (`region` IN ('East', 'North') OR `region` IS NULL)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region NOT IN [East, null]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (`region` NOT IN ('East') AND `region` IS NOT NULL)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region NOT IN [East]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `region` NOT IN ('East')
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region IN []
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE 1 = 0
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region IS NULL []
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `region` IS NULL
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where region IS NOT NULL []
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `region` IS NOT NULL
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product LIKE [C%]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `product` LIKE 'C%'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product LIKE [%o%]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `product` LIKE '%o%'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product LIKE [T_a]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `product` LIKE 'T_a'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product NOT LIKE [C%]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `product` NOT LIKE 'C%'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product ILIKE [%O%]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE LOWER(`product`) LIKE LOWER('%O%')
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where product NOT ILIKE [%o%]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE LOWER(`product`) NOT LIKE LOWER('%o%')
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where id IN [3, 5, 7]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `id` IN (3, 5, 7)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where id > [390.5]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `id` > 390.5
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where amount <= [25.5]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `amount` <= 25.5
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where price == [3.875]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `price` = 3.875
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where price < [1E+1]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `price` < 10
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where online IS TRUE []
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `online` = TRUE
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where online IS FALSE []
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `online` = FALSE
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where online == [true]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `online` = TRUE
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where sold_at >= [2024-06-01T12:00:00Z]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `sold_at` >= '2024-06-01 12:00:00'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where sold_at < [1704067200000]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `sold_at` < '2024-01-01 00:00:00'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where day == [2024-03-01]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `day` = DATE '2024-03-01'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where day IN [2024-03-01, 2024-03-02T00:00:00]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `day` IN (DATE '2024-03-01', DATE '2024-03-02')
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where note == [Note 2 É]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `note` = 'Note 2 É'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows where loud == [NORTH]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (UPPER(`region`)) = 'NORTH'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains TE
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('TE')) > 0 OR STRPOS(LOWER(`product`), LOWER('TE')) > 0 OR STRPOS(LOWER(`note`), LOWER('TE')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains 0%_J
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('0%_J')) > 0 OR STRPOS(LOWER(`product`), LOWER('0%_J')) > 0 OR STRPOS(LOWER(`note`), LOWER('0%_J')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains _
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('_')) > 0 OR STRPOS(LOWER(`product`), LOWER('_')) > 0 OR STRPOS(LOWER(`note`), LOWER('_')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains %
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('%')) > 0 OR STRPOS(LOWER(`product`), LOWER('%')) > 0 OR STRPOS(LOWER(`note`), LOWER('%')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains o'brien "X
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('o\'brien "X')) > 0 OR STRPOS(LOWER(`product`), LOWER('o\'brien "X')) > 0 OR STRPOS(LOWER(`note`), LOWER('o\'brien "X')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains ote 1
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('ote 1')) > 0 OR STRPOS(LOWER(`product`), LOWER('ote 1')) > 0 OR STRPOS(LOWER(`note`), LOWER('ote 1')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains !
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('!')) > 0 OR STRPOS(LOWER(`product`), LOWER('!')) > 0 OR STRPOS(LOWER(`note`), LOWER('!')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains [a-z]
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('[a-z]')) > 0 OR STRPOS(LOWER(`product`), LOWER('[a-z]')) > 0 OR STRPOS(LOWER(`note`), LOWER('[a-z]')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains \
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('\\')) > 0 OR STRPOS(LOWER(`product`), LOWER('\\')) > 0 OR STRPOS(LOWER(`note`), LOWER('\\')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- rows of which some text contains nowhere
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (STRPOS(LOWER(`region`), LOWER('nowhere')) > 0 OR STRPOS(LOWER(`product`), LOWER('nowhere')) > 0 OR STRPOS(LOWER(`note`), LOWER('nowhere')) > 0)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- a range in a filter, and row rules
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE `day` >= DATE '2024-03-01'
  AND (`region` = 'North' OR `region` = 'East')
  AND (`id` > 10)
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- a filter on a rounded time
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE DATETIME_TRUNC(CAST(`sold_at` AS DATETIME), MONTH) = '2024-03-01 00:00:00'
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- a filter on a typed expression
SELECT `id` AS `id`
FROM `shop`.`sales` `sales`
WHERE (`id` * 2) = 20
ORDER BY `id` ASC NULLS LAST
LIMIT 1000;

-- days of a zone within bounds
SELECT `__0` AS `sold_at`, SUM(`amount`) AS `revenue`
FROM (
SELECT `sales`.*, DATETIME_TRUNC(CAST(`__t0` AS DATETIME), DAY) AS `__0`
FROM (
SELECT `sales`.*, DATETIME(CAST(`sold_at` AS TIMESTAMP), 'Europe/Berlin') AS `__t0`
FROM `shop`.`sales` `sales`
WHERE `sold_at` >= '2024-03-01 00:00:00'
  AND `sold_at` < '2024-12-01 06:30:15'
) `sales`
) `sales`
GROUP BY `__0`
ORDER BY `sold_at` ASC NULLS LAST
LIMIT 1000;

-- a row rule
SELECT `region` AS `region`, COUNT(*) AS `count`
FROM `shop`.`sales` `sales`
WHERE (`region` = 'East')
GROUP BY `region`
ORDER BY `count` DESC NULLS LAST, `region` ASC NULLS LAST
LIMIT 1000;
