SELECT region, count(*) AS n FROM sales GROUP BY 1 ORDER BY 2 DESC

SELECT [region], count(*) AS n FROM [SALES] GROUP BY [region]

SELECT `region`, "product", [id] FROM `sales` WHERE "id" < 40

SELECT strftime('%Y-%m', sold_at) AS month_of_sale, sum(amount) AS revenue FROM sales GROUP BY 1

SELECT date(sold_at) AS sale_day, count(*) AS n FROM sales GROUP BY date(sold_at)

SELECT date(sold_at, 'start of month') AS m, count(*) AS n FROM sales GROUP BY m

SELECT datetime(sold_at, '+1 day') AS tomorrow, id FROM sales

SELECT julianday(max(sold_at)) - julianday(min(sold_at)) AS days FROM sales

SELECT time(sold_at) AS t, id FROM sales WHERE sold_at IS NOT NULL

SELECT id FROM sales WHERE sold_at >= '2024-01-01' AND sold_at < '2024-06-01'

SELECT group_concat(product, ', ') AS products FROM (SELECT product FROM sales WHERE id < 60 ORDER BY id)

SELECT group_concat(DISTINCT product) AS products FROM (SELECT product FROM sales ORDER BY product)

SELECT total(amount) AS revenue, sum(amount) AS s FROM sales

SELECT ifnull(region, 'none') AS place, iif(price > 50, 'dear', 'cheap') AS class, id FROM sales

SELECT id, instr(product, 'e') AS e_at, substr(product, 2, 3) AS part FROM sales

SELECT id, printf_free FROM (SELECT id, upper(product) AS printf_free FROM sales)

SELECT id, typeof(amount) AS kind, hex(product) AS h FROM sales WHERE id < 50

SELECT id, ltrim(note, 'N') AS l, rtrim(note, '0') AS r FROM sales

SELECT min(id, 5) AS smaller, max(id, 5) AS larger FROM sales

SELECT id, product, max(amount) AS best FROM sales GROUP BY region

SELECT id, CAST(amount AS INTEGER) AS whole, CAST(id AS TEXT) AS id_text, CAST(price AS REAL) AS r FROM sales

SELECT id FROM sales WHERE product LIKE '%tea%'

SELECT id FROM sales WHERE region IS NOT DISTINCT FROM 'East' OR region <> 'North'

SELECT id FROM sales WHERE note IS NULL

SELECT id FROM sales WHERE product COLLATE NOCASE = 'TEA'

SELECT product FROM sales GROUP BY product ORDER BY product COLLATE NOCASE

SELECT id FROM sales LIMIT 3, 5

SELECT json_extract(json_object('a', product), '$.a') AS p, id FROM sales

SELECT json_object('a', json_array(id, product)) ->> '$.a[0]' AS p FROM sales WHERE id < 40

SELECT json_group_array(product) AS j FROM (SELECT product FROM sales WHERE id < 50 ORDER BY id)

SELECT j.value, count(s.id) AS n FROM json_each('["Tea", "Milk"]') AS j LEFT JOIN sales s ON s.product = j.value GROUP BY j.value

SELECT id, sum(amount) OVER (PARTITION BY region ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS running FROM sales

SELECT id, sum(amount) FILTER (WHERE product = 'Tea') OVER (ORDER BY id) AS tea FROM sales

SELECT id, count(*) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE CURRENT ROW) AS n FROM sales

SELECT id, nth_value(amount, 2) OVER (PARTITION BY region ORDER BY id) AS second_one FROM sales

WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t LIMIT 20) SELECT t.n, s.product FROM t JOIN sales s ON s.id = t.n

WITH RECURSIVE dates(d) AS (SELECT '2024-01-01' UNION ALL SELECT date(d, '+1 day') FROM dates WHERE d < '2024-01-31') SELECT d, count(s.id) AS n FROM dates LEFT JOIN sales s ON date(s.sold_at) = d GROUP BY d

WITH sale AS MATERIALIZED (SELECT * FROM sales) SELECT count(*) FROM sale

SELECT a.id, b.id AS other FROM (SELECT id FROM sales WHERE id < 20) a FULL OUTER JOIN (SELECT id FROM sales WHERE id > 10 AND id < 30) b ON a.id = b.id

SELECT count(*) FROM main.sales

SELECT s.id FROM "main"."sales" AS s WHERE s.id > 390

SELECT id FROM sales NATURAL JOIN (SELECT id FROM sales WHERE price > 50)

SELECT a.id FROM sales a JOIN sales b USING (id) WHERE b.price > 90

SELECT id FROM sales WHERE (region, product) IN (SELECT region, product FROM sales WHERE price > 100)

SELECT column1, column2 FROM (VALUES (1, 'a'), (2, 'b'))

SELECT product, amount > 500 AS big, id % 3 AS rest, id & 1 AS odd, id << 1 AS twice, ~id AS flipped FROM sales

SELECT replace(product, 'Tea', 'Chai') AS p, length(product) AS l, unicode(product) AS u, char(65, 66) AS c FROM sales

SELECT id, amount = 5 AS five, amount <> 5 AS not_five FROM sales

SELECT round(avg(price), 1) AS mean, abs(min(price)) AS least_of_them FROM sales GROUP BY region

SELECT sum(CASE WHEN product = 'Tea' THEN 1 END) * 1.0 / count(*) AS share FROM sales

SELECT unixepoch(sold_at) AS seconds, id FROM sales WHERE sold_at IS NOT NULL
