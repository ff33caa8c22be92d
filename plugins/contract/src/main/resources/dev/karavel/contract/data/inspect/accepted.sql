--@ everywhere

SELECT COUNT(*) FROM [sales]

SELECT * FROM [sales] WHERE [id] < 20

TABLE [sales]

TABLE [sales] ORDER BY [id]

SELECT DISTINCT [region] FROM [sales]

SELECT [region], COUNT(*) AS orders FROM [sales] GROUP BY [region]

SELECT [region], SUM([amount]) AS revenue, AVG([price]) AS mean_price FROM [sales] GROUP BY [region] HAVING COUNT(*) > 10

SELECT [product], MIN([sold_at]) AS first_sale, MAX([sold_at]) AS last_sale FROM [sales] GROUP BY [product] ORDER BY [product]

SELECT [region], [product], COUNT(*) AS orders FROM [sales] GROUP BY [region], [product]

SELECT COUNT(DISTINCT [product]) AS products, COUNT([note]) AS noted FROM [sales]

SELECT s.[id], s.[amount] FROM [sales] s WHERE s.[amount] > 500 AND s.[region] = 'East'

SELECT s.* FROM [sales] AS s WHERE s.[product] IN ('Tea', 'Coffee') AND s.[price] BETWEEN 10 AND 90

SELECT [id] FROM [sales] WHERE [note] LIKE 'Note 1%' OR [note] IS NULL

SELECT [id] FROM [sales] WHERE NOT ([region] = 'North' OR [region] IS NULL)

SELECT [id], COALESCE([region], 'nowhere') AS place FROM [sales]

SELECT [id], CASE WHEN [amount] > 800 THEN 'high' WHEN [amount] > 300 THEN 'middle' ELSE 'low' END AS band FROM [sales]

SELECT CASE [region] WHEN 'East' THEN 1 WHEN 'North' THEN 2 ELSE 3 END AS rank_of_region, [id] FROM [sales]

SELECT SUM(CASE WHEN [product] = 'Tea' THEN [amount] ELSE 0 END) AS tea, SUM(CASE WHEN [product] = 'Milk' THEN [amount] ELSE 0 END) AS milk FROM [sales]

SELECT UPPER([product]) AS loud, LOWER([region]) AS quiet, LENGTH([note]) AS long_is FROM [sales]

SELECT ABS([price] - 50) AS distance, [id] FROM [sales] WHERE ABS([price] - 50) < 10

SELECT [amount] * 1.19 AS gross, [amount] / 2 AS half_of_it, [amount] + [price] AS both_of_them FROM [sales] WHERE [id] < 50

SELECT NULLIF([region], 'East') AS elsewhere, [id] FROM [sales]

SELECT SUBSTR([product], 1, 3) AS short_name, [id] FROM [sales]

SELECT TRIM([note]) AS trimmed, [id] FROM [sales] WHERE [note] IS NOT NULL

SELECT [region] FROM [sales] UNION SELECT [product] FROM [sales]

SELECT [region] FROM [sales] WHERE [id] < 10 UNION ALL SELECT [region] FROM [sales] WHERE [id] > 390

SELECT [id] FROM [sales] WHERE [id] IN (SELECT [id] FROM [sales] WHERE [amount] > 900)

SELECT [id] FROM [sales] WHERE [id] NOT IN (SELECT [id] FROM [sales] WHERE [price] > 20 AND [id] IS NOT NULL)

SELECT [id] FROM [sales] WHERE [amount] > (SELECT AVG([amount]) FROM [sales])

SELECT [id] FROM [sales] WHERE [amount] = (SELECT MAX([amount]) FROM [sales])

SELECT t.[region], t.orders FROM (SELECT [region], COUNT(*) AS orders FROM [sales] GROUP BY [region]) t WHERE t.orders > 5

SELECT MAX(t.orders) FROM (SELECT [product], COUNT(*) AS orders FROM [sales] GROUP BY [product]) t

SELECT a.[id], b.[id] AS other FROM [sales] a INNER JOIN [sales] b ON a.[id] = b.[id] + 4 WHERE a.[id] < 100

SELECT a.[id], b.[id] AS other FROM [sales] a LEFT JOIN [sales] b ON b.[id] = a.[id] * 2 AND b.[product] = 'Tea'

SELECT a.[id], b.[id] AS other FROM [sales] a LEFT OUTER JOIN [sales] b ON b.[id] = a.[id] + 1 WHERE b.[id] IS NULL

SELECT a.[id], b.[id] AS other FROM [sales] b RIGHT JOIN [sales] a ON b.[id] = a.[id] + 7 WHERE a.[id] > 200

SELECT COUNT(*) FROM [sales] a, [sales] b WHERE a.[id] = b.[id] AND a.[product] = b.[product]

SELECT COUNT(*) FROM [sales] a CROSS JOIN [sales] b WHERE a.[id] < 10 AND b.[id] < 30

SELECT a.[region], COUNT(*) AS pairs FROM [sales] a JOIN [sales] b ON a.[region] = b.[region] AND a.[id] < b.[id] WHERE b.[id] < 60 GROUP BY a.[region]

SELECT t.[product], t.total / u.all_of_it AS share FROM (SELECT [product], SUM([amount]) AS total FROM [sales] GROUP BY [product]) t CROSS JOIN (SELECT SUM([amount]) AS all_of_it FROM [sales]) u

SELECT a.[region], a.total, b.total AS tea_total FROM (SELECT [region], SUM([amount]) AS total FROM [sales] GROUP BY [region]) a LEFT JOIN (SELECT [region], SUM([amount]) AS total FROM [sales] WHERE [product] = 'Tea' GROUP BY [region]) b ON a.[region] = b.[region]

SELECT [region], COUNT(*) AS orders FROM [sales] GROUP BY [region] ORDER BY COUNT(*) DESC, [region]

SELECT [sales].[id], [sales].[product] FROM [sales] WHERE [sales].[id] > 350

SELECT [region], MAX([amount]) - MIN([amount]) AS spread FROM [sales] GROUP BY [region]

SELECT COUNT(*) AS tea_rows FROM [sales] WHERE [product] = 'O''Brien "x"'

SELECT [id] FROM [sales] WHERE [sold_at] IS NULL

SELECT [day], SUM([amount]) AS revenue FROM [sales] WHERE [day] IS NOT NULL GROUP BY [day]

SELECT MIN([day]) AS first_day, MAX([day]) AS last_day FROM [sales]

SELECT [online], COUNT(*) AS orders FROM [sales] GROUP BY [online]

SELECT [id], -[amount] AS negative, +[price] AS positive FROM [sales] WHERE [id] < 30

SELECT ((([id]))) AS wrapped FROM [sales] WHERE ((([id] > 5) AND ([id] < 9)))

SELECT [region] AS r, COUNT(*) AS c FROM [sales] WHERE [region] <> 'North' GROUP BY [region]

SELECT [id] FROM [sales] WHERE [note] = '; DROP TABLE x; -- no comment' OR [id] = 3

SELECT [id] FROM [sales] WHERE [note] = '/* no comment */' OR [id] = 4

SELECT 'SELECT * FROM secrets' AS harmless, COUNT(*) AS c FROM [sales]

SELECT COUNT(*) /* how many */ FROM [sales] -- in the shop

-- a comment first
SELECT COUNT(*) AS c FROM [sales] ;

SELECT FLOOR([price]) AS floored, CEILING([price]) AS ceiled, [id] FROM [sales] WHERE [price] IS NOT NULL

SELECT SQRT([price]) AS root_of_it, [id] FROM [sales] WHERE [price] > 0

SELECT MOD([id], 7) AS weekday_of_sorts, [amount] FROM [sales]

SELECT x.bucket, COUNT(*) AS orders FROM (SELECT MOD([id], 5) AS bucket FROM [sales]) x GROUP BY x.bucket

SELECT [id] FROM [sales] WHERE [amount] > 100 AND ([product] = 'Tea' OR [product] = 'Milk') AND [region] IS NOT NULL

SELECT COUNT(*) FROM (SELECT [region] FROM [sales] UNION SELECT [product] FROM [sales]) u

SELECT COUNT(*) FROM (SELECT DISTINCT [region], [product] FROM [sales]) d

--@ without trino

SELECT CAST([id] AS CHAR(10)) AS id_text FROM [sales] WHERE [id] < 15

--@ everywhere

SELECT CAST([amount] AS DECIMAL(14, 3)) AS exact FROM [sales] WHERE [id] < 40

SELECT [product], COUNT(*) AS orders, SUM(CASE WHEN [amount] IS NULL THEN 1 ELSE 0 END) AS gaps FROM [sales] GROUP BY [product]

SELECT 1 AS one, [id] FROM [sales] WHERE 1 = 1 AND [id] = 8

SELECT a.[product], b.[product] AS other FROM (SELECT DISTINCT [product] FROM [sales]) a JOIN (SELECT DISTINCT [product] FROM [sales]) b ON a.[product] < b.[product]

SELECT [id] FROM [sales] WHERE [region] IN (SELECT [region] FROM [sales] GROUP BY [region] HAVING COUNT(*) > 50)

SELECT [region], SUM([amount]) / COUNT(*) AS per_order FROM [sales] GROUP BY [region]

SELECT COUNT(*) AS all_rows, COUNT([amount]) AS known, COUNT(*) - COUNT([amount]) AS unknown_ones FROM [sales]

SELECT COALESCE(SUM([amount]), 0) AS revenue FROM [sales] WHERE [product] = 'Nothing'

--@ without derby

SELECT [id] FROM [sales] ORDER BY [id] LIMIT 10

--@ without derby trino

SELECT [id], [amount] FROM [sales] ORDER BY [id] LIMIT 5 OFFSET 7

--@ without derby

WITH totals AS (SELECT [region], SUM([amount]) AS total FROM [sales] GROUP BY [region]) SELECT * FROM totals WHERE total > 1000

WITH a AS (SELECT [id], [region] FROM [sales]), b AS (SELECT [region], COUNT(*) AS n FROM a GROUP BY [region]) SELECT a.[id], b.n FROM a JOIN b ON a.[region] = b.[region]

WITH monthly AS (SELECT [product], COUNT(*) AS n FROM [sales] GROUP BY [product]), best AS (SELECT MAX(n) AS n FROM monthly) SELECT m.[product] FROM monthly m JOIN best ON m.n = best.n

SELECT x.n FROM (WITH inner_one AS (SELECT COUNT(*) AS n FROM [sales]) SELECT n FROM inner_one) x

WITH e AS (SELECT [id] FROM [sales] WHERE [region] = 'East') SELECT COUNT(*) FROM [sales] WHERE [id] IN (SELECT [id] FROM e)

SELECT [id], CONCAT([region], '-', [product]) AS label FROM [sales] WHERE [region] IS NOT NULL

SELECT REPLACE([product], 'Tea', 'Chai') AS renamed, [id] FROM [sales]

--@ without derby ignite

SELECT [id], ROW_NUMBER() OVER (PARTITION BY [region] ORDER BY [id]) AS place FROM [sales]

SELECT [id], RANK() OVER (ORDER BY [product]) AS place, DENSE_RANK() OVER (ORDER BY [product]) AS dense FROM [sales]

SELECT [id], SUM([amount]) OVER (PARTITION BY [region] ORDER BY [id]) AS running FROM [sales]

SELECT [id], AVG([price]) OVER (ORDER BY [id] ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS moving FROM [sales]

SELECT [id], LAG([amount]) OVER (ORDER BY [id]) AS before_it, LEAD([amount], 1) OVER (ORDER BY [id]) AS after_it FROM [sales]

SELECT [id], FIRST_VALUE([amount]) OVER (PARTITION BY [product] ORDER BY [id]) AS first_one FROM [sales]

SELECT [id], NTILE(4) OVER (ORDER BY [id]) AS quarter_of_all FROM [sales]

--@ without derby ignite clickhouse

SELECT [id], PERCENT_RANK() OVER (ORDER BY [id]) AS pr, CUME_DIST() OVER (ORDER BY [id]) AS cd FROM [sales]

--@ without derby ignite

SELECT t.[region], t.[id] FROM (SELECT [region], [id], ROW_NUMBER() OVER (PARTITION BY [region] ORDER BY [id] DESC) AS rn FROM [sales]) t WHERE t.rn <= 3

WITH ranked AS (SELECT [product], SUM([amount]) AS total, RANK() OVER (ORDER BY SUM([amount]) DESC) AS rk FROM [sales] GROUP BY [product]) SELECT [product] FROM ranked WHERE rk <= 3

SELECT [id], COUNT(*) OVER () AS all_of_them, COUNT(*) OVER (PARTITION BY [region]) AS of_region FROM [sales]

SELECT [product], SUM([amount]) AS total, SUM(SUM([amount])) OVER () AS overall FROM [sales] GROUP BY [product]

SELECT [id], SUM([id]) OVER w AS running, COUNT(*) OVER w AS n FROM [sales] WINDOW w AS (ORDER BY [id])

SELECT [id], MAX([amount]) OVER (ORDER BY [id] ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS best_so_far FROM [sales]

SELECT [id], LAST_VALUE([id]) OVER (PARTITION BY [product] ORDER BY [id] ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_one FROM [sales]

--@ without derby ignite clickhouse

WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10) SELECT numbers.n, COUNT(s.[id]) AS c FROM numbers LEFT JOIN [sales] s ON s.[id] = numbers.n GROUP BY numbers.n

--@ without derby ignite

WITH RECURSIVE chain (id, depth) AS (SELECT [id], 1 FROM [sales] WHERE [id] = 10 UNION ALL SELECT s.[id], c.depth + 1 FROM [sales] s JOIN chain c ON s.[id] = c.id + 4 WHERE c.depth < 5) SELECT * FROM chain

--@ without mysql mariadb sqlite

SELECT [id] FROM [sales] ORDER BY [id] OFFSET 3 ROWS FETCH NEXT 4 ROWS ONLY

--@ without sqlite

SELECT [id] FROM [sales] ORDER BY [id] FETCH FIRST 5 ROWS ONLY

--@ without mysql mariadb

SELECT [id], [region] || ' / ' || [product] AS label FROM [sales]

SELECT [region] || '' AS place, COUNT(*) AS n FROM [sales] GROUP BY [region]

--@ everywhere

SELECT [product] FROM [sales] EXCEPT SELECT [product] FROM [sales] WHERE [region] = 'North'

SELECT [product] FROM [sales] WHERE [region] = 'East' INTERSECT SELECT [product] FROM [sales] WHERE [price] > 100

--@ without sqlite mysql mariadb ignite h2

SELECT [region], [product], SUM([amount]) AS total FROM [sales] GROUP BY ROLLUP ([region], [product])

--@ only duckdb postgresql trino

SELECT [region], [product], COUNT(*) AS n, GROUPING([region], [product]) AS level_of_it FROM [sales] GROUP BY GROUPING SETS (([region], [product]), ([region]), ())

SELECT [region], [online], COUNT(*) AS n FROM [sales] GROUP BY CUBE ([region], [online])

--@ only duckdb postgresql trino h2 sqlite

SELECT [region], COUNT(*) FILTER (WHERE [amount] > 500) AS big, SUM([amount]) FILTER (WHERE [product] = 'Tea') AS tea FROM [sales] GROUP BY [region]

SELECT COUNT(*) FILTER (WHERE [note] IS NOT NULL) * 100.0 / COUNT(*) AS noted_share FROM [sales]

--@ only duckdb postgresql trino h2

SELECT v.code, COUNT(s.[id]) AS n FROM (VALUES ('Tea', 1), ('Milk', 2)) AS v (code, nr) LEFT JOIN [sales] s ON s.[product] = v.code GROUP BY v.code

SELECT DATE_TRUNC('month', [sold_at]) AS month_of_sale, SUM([amount]) AS revenue FROM [sales] GROUP BY DATE_TRUNC('month', [sold_at])

SELECT [id] FROM [sales] WHERE [sold_at] >= TIMESTAMP '2024-01-01 00:00:00' AND [sold_at] < TIMESTAMP '2024-06-01 00:00:00'

SELECT [id], [sold_at] + INTERVAL '1' DAY AS tomorrow FROM [sales] WHERE [id] < 50

SELECT [id] FROM [sales] WHERE [sold_at] > TIMESTAMP '2024-08-01 00:00:00' - INTERVAL '30' DAY

SELECT [id] FROM [sales] WHERE [region] IS DISTINCT FROM 'East' AND [id] < 100

SELECT [id] FROM [sales] WHERE [region] IS NOT DISTINCT FROM 'East'

SELECT CAST([sold_at] AS DATE) AS sale_day, COUNT(*) AS n FROM [sales] GROUP BY CAST([sold_at] AS DATE)

SELECT [id] FROM [sales] WHERE ([region], [product]) IN (('East', 'Tea'), ('North', 'Milk'))

SELECT [region], STDDEV_SAMP([price]) AS deviation, VAR_POP([price]) AS variance_of_it FROM [sales] GROUP BY [region]

--@ without derby sqlite

SELECT EXTRACT(YEAR FROM [sold_at]) AS sale_year, COUNT(*) AS n FROM [sales] GROUP BY EXTRACT(YEAR FROM [sold_at])

SELECT EXTRACT(MONTH FROM [day]) AS sale_month, AVG([amount]) AS mean FROM [sales] GROUP BY EXTRACT(MONTH FROM [day])

SELECT [id] FROM [sales] WHERE [day] >= DATE '2024-03-01' AND [day] < DATE '2024-04-01'

SELECT POWER([price], 2) AS squared, EXP(1) AS e, LN([price] + 1) AS logged, [id] FROM [sales]

SELECT GREATEST([price], 50) AS at_least, LEAST([price], 50) AS at_most, [id] FROM [sales] WHERE [price] IS NOT NULL

--@ without derby sqlite trino

SELECT CHAR_LENGTH([product]) AS letters, [id] FROM [sales]

--@ without derby sqlite

SELECT POSITION('e' IN [product]) AS e_at, [id] FROM [sales]

SELECT TRIM(BOTH 'T' FROM [product]) AS trimmed, [id] FROM [sales]

SELECT SUBSTRING([product] FROM 2 FOR 2) AS middle_part, [id] FROM [sales]

--@ without derby sqlite trino ignite

SELECT LEFT([product], 2) AS first_two, RIGHT([product], 2) AS last_two, [id] FROM [sales]

--@ without derby sqlite

SELECT LPAD([product], 12, '.') AS padded, [id] FROM [sales] WHERE [id] < 30

--@ without derby ignite

SELECT SIGN([price] - 50) AS side, ROUND([price]) AS rounded, [id] FROM [sales] WHERE [price] IS NOT NULL

--@ without derby postgresql

SELECT ROUND(AVG([price]), 2) AS mean_price FROM [sales]

--@ only duckdb postgresql trino

SELECT a.[id], b.[id] AS other FROM (SELECT [id] FROM [sales] WHERE [id] < 20) a FULL OUTER JOIN (SELECT [id] FROM [sales] WHERE [id] > 10 AND [id] < 30) b ON a.[id] = b.[id]

--@ without sqlite ignite

SELECT [id] FROM [sales] WHERE [amount] >= ALL (SELECT [amount] FROM [sales] WHERE [amount] IS NOT NULL)

--@ without ignite

SELECT a.[id] FROM [sales] a WHERE EXISTS (SELECT 1 FROM [sales] b WHERE b.[id] = a.[id] + 1)

SELECT a.[id] FROM [sales] a WHERE NOT EXISTS (SELECT 1 FROM [sales] b WHERE b.[region] = a.[region] AND b.[id] < a.[id])

SELECT a.[id], (SELECT MAX(b.[amount]) FROM [sales] b WHERE b.[product] = a.[product]) AS top_amount FROM [sales] a

SELECT [product] FROM [sales] GROUP BY [product] HAVING SUM([amount]) > (SELECT SUM([amount]) FROM [sales]) / 10

SELECT COUNT(*) FROM [sales] WHERE [product] LIKE '100!%!_%' ESCAPE '!'

SELECT a.[id] FROM [sales] a WHERE a.[amount] > (SELECT AVG(b.[amount]) FROM [sales] b WHERE b.[region] = a.[region])

--@ without ignite clickhouse

SELECT t1.[region] FROM ([sales] t1 JOIN [sales] t2 ON t1.[id] = t2.[id]) WHERE t2.[price] > 100

--@ without ignite derby

WITH c (place, n) AS (SELECT [region], COUNT(*) FROM [sales] GROUP BY [region]) SELECT place, n FROM c
