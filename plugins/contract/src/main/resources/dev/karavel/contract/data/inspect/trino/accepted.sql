SELECT region, count(*) AS n FROM sales GROUP BY 1

SELECT "REGION", count(*) AS n FROM SALES GROUP BY region

SELECT year(sold_at) AS y, month(sold_at) AS m, count(*) AS n FROM sales GROUP BY 1, 2

SELECT date_trunc('week', sold_at) AS w, sum(amount) AS total FROM sales GROUP BY 1

SELECT date_add('day', 1, sold_at) AS tomorrow, id FROM sales

SELECT date_diff('hour', min(sold_at), max(sold_at)) AS hours FROM sales

SELECT format_datetime(sold_at, 'yyyy-MM') AS m, count(*) AS n FROM sales GROUP BY 1

SELECT day_of_week(sold_at) AS dow, hour(sold_at) AS h, count(*) AS n FROM sales GROUP BY 1, 2

SELECT approx_percentile(price, 0.5) AS middle FROM sales

SELECT approx_distinct(product) AS about FROM sales

SELECT array_join(array_agg(product ORDER BY id), ', ') AS products FROM sales WHERE id < 60 GROUP BY region

SELECT listagg(product, ', ') WITHIN GROUP (ORDER BY id) AS products FROM sales WHERE id < 60 GROUP BY region

SELECT cardinality(array_agg(id)) AS n, array_agg(id ORDER BY id)[1] AS first_id FROM sales GROUP BY region

SELECT max_by(product, amount) AS best, min_by(product, amount) AS worst FROM sales GROUP BY region

SELECT arbitrary(region) AS r, region FROM sales GROUP BY region

SELECT id FROM sales WHERE regexp_like(product, '^[A-M]')

SELECT regexp_extract(note, 'Note ([0-9])', 1) AS nr, id FROM sales

SELECT regexp_replace(product, '[aeiou]', '*') AS hidden FROM sales

SELECT split_part(note, ' ', 2) AS second_word, id FROM sales

SELECT split(note, ' ')[1] AS first_word, id FROM sales WHERE note IS NOT NULL

SELECT u.n, s.product FROM UNNEST(ARRAY[1, 2, 3]) AS u (n) JOIN sales s ON s.id = u.n

SELECT u.n, s.product FROM UNNEST(sequence(1, 10)) AS u (n) LEFT JOIN sales s ON s.id = u.n

SELECT id, try_cast(product AS BIGINT) AS number_or_null FROM sales

SELECT id, if(price > 50, 'dear', 'cheap') AS class FROM sales

SELECT json_extract_scalar('{"a": 1}', '$.a') AS a, id FROM sales WHERE id < 20

SELECT filter(array_agg(id ORDER BY id), x -> x > 50) AS ids FROM sales WHERE id < 100 GROUP BY region

SELECT transform(ARRAY[1, 2], x -> x + 1) AS t, id FROM sales WHERE id < 20

SELECT id, sold_at AT TIME ZONE 'Europe/Berlin' AS zoned FROM sales WHERE id < 30

SELECT count_if(price > 50) AS dear, bool_and(online) AS always FROM sales

SELECT geometric_mean(price + 1) AS g, corr(id, price) AS c FROM sales

SELECT count(*) AS n FROM memory.default.sales

SELECT s.id FROM "memory"."default"."sales" s WHERE s.id > 390

SELECT s.id FROM "default".sales s WHERE s.id > 390

SELECT id, lag(amount, 2) IGNORE NULLS OVER (ORDER BY id) AS two_before FROM sales

SELECT to_unixtime(sold_at) AS seconds, id FROM sales WHERE sold_at IS NOT NULL

SELECT CAST([id] AS VARCHAR) AS id_text FROM [sales] WHERE [id] < 15

SELECT LENGTH([product]) AS letters, [id] FROM [sales]
