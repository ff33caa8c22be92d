SELECT region, count(*) AS n FROM sales GROUP BY ALL

SELECT region, product, count(*) AS n FROM SALES GROUP BY ALL ORDER BY ALL

SELECT id, product FROM sales QUALIFY row_number() OVER (PARTITION BY region ORDER BY id) = 1

SELECT id, amount FROM "SALES" WHERE "Region" = 'East' QUALIFY rank() OVER (ORDER BY amount DESC) <= 3

SELECT * EXCLUDE (note, day) FROM sales WHERE id < 40

SELECT * REPLACE (upper(region) AS region) FROM sales

SELECT DISTINCT ON (region) region, id FROM sales ORDER BY region, id

SELECT time_bucket(INTERVAL '1' WEEK, sold_at) AS week_of_sale, sum(amount) AS revenue FROM sales GROUP BY 1

SELECT strftime(sold_at, '%Y-%m') AS month_of_sale, avg(price) AS mean FROM sales GROUP BY ALL

SELECT date_diff('day', MIN(sold_at), MAX(sold_at)) AS days FROM sales

SELECT date_part('dow', sold_at) AS weekday_nr, count(*) AS n FROM sales GROUP BY 1

SELECT median(price) AS middle, quantile_cont(price, 0.9) AS p90, mode(region) AS usual FROM sales GROUP BY region

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS middle FROM sales

SELECT string_agg(product, ', ' ORDER BY id) AS products FROM sales WHERE id < 60 GROUP BY region

SELECT list(product ORDER BY id) AS products FROM sales WHERE id < 60 GROUP BY region

SELECT list_sort(list_distinct(list(product))) AS products FROM sales

SELECT list_contains(list(product), 'Tea') AS has_tea, region FROM sales GROUP BY region

SELECT [id, id + 1, id + 2] AS three, id FROM sales WHERE id < 20

SELECT {'place': region, 'what': product} AS both_of_them FROM sales WHERE id < 20

SELECT u.n, count(s.id) AS c FROM unnest([1, 2, 3]) AS u(n) LEFT JOIN sales s ON s.id = u.n GROUP BY u.n

SELECT g.n, count(s.id) AS c FROM generate_series(1, 12) AS g(n) LEFT JOIN sales s ON date_part('month', s.sold_at) = g.n GROUP BY g.n

SELECT r.range AS n, s.product FROM range(5) r JOIN sales s ON s.id = r.range

SELECT regexp_extract(product, '([A-Z])', 1) AS capital, id FROM sales

SELECT regexp_matches(note, '^Note [0-3]') AS early, id FROM sales WHERE note IS NOT NULL

SELECT id FROM sales WHERE product ILIKE '%tea%' OR product SIMILAR TO 'M.*'

SELECT split_part(note, ' ', 2) AS second_word, id FROM sales

SELECT arg_max(product, amount) AS best, arg_min(product, amount) AS worst FROM sales GROUP BY region

SELECT approx_count_distinct(product) AS about FROM sales

SELECT sum(amount) FILTER (WHERE online) AS on_line, sum(amount) FILTER (WHERE NOT online) AS off_line FROM sales

SELECT id, sold_at::DATE AS sale_day, amount::INTEGER AS whole, id::VARCHAR AS id_text FROM sales

SELECT try_cast(product AS INTEGER) AS number_or_null, id FROM sales

SELECT id, amount / 10 AS tens, id % 3 AS rest, 2 ^ 3 AS eight FROM sales

SELECT a.id, l.best FROM sales a, LATERAL (SELECT max(b.amount) AS best FROM sales b WHERE b.region = a.region) l

SELECT count(*) FROM main.sales

SELECT sales.id FROM main.sales WHERE id < 70

SELECT s.id FROM shop.main.sales s WHERE s.id > 300

SELECT s.id FROM shop.sales s WHERE s.id > 300

SELECT to_json(product) AS p, json_extract_string(to_json({'a': id}), '$.a') AS a FROM sales WHERE id < 40

SELECT epoch(sold_at) AS seconds, id FROM sales WHERE sold_at IS NOT NULL

SELECT id, sold_at AT TIME ZONE 'UTC' AS zoned FROM sales WHERE id < 30

SELECT last_day(day) AS month_end, monthname(day) AS month_name, count(*) AS n FROM sales GROUP BY ALL

SELECT corr(id, price) AS correlation, regr_slope(price, id) AS slope FROM sales

SELECT id, lag(amount, 2, 0) OVER (PARTITION BY region ORDER BY id) AS two_before FROM sales

SELECT id, avg(price) OVER (ORDER BY sold_at RANGE BETWEEN INTERVAL '7' DAY PRECEDING AND CURRENT ROW) AS week_mean FROM sales WHERE sold_at IS NOT NULL

SELECT a.id, b.id AS other FROM sales a ASOF JOIN sales b ON a.region = b.region AND a.sold_at >= b.sold_at WHERE a.id < 50

SELECT product FROM sales UNION BY NAME SELECT region AS product FROM sales

WITH sale AS MATERIALIZED (SELECT * FROM sales WHERE region IS NOT NULL) SELECT count(*) FROM sale

WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n * 2 FROM t WHERE n < 100) SELECT t.n, s.product FROM t JOIN sales s ON s.id = t.n

SELECT histogram(online) AS h FROM sales

SELECT product, $$it's a text$$ AS quoted FROM sales WHERE id < 9

SELECT nullif(region, '') IS NULL AS nowhere, count(*) AS n FROM sales GROUP BY nullif(region, '') IS NULL

SELECT * FROM (SELECT region, product, amount FROM sales WHERE amount IS NOT NULL) p PIVOT (sum(amount) FOR region IN ('East', 'West'))

SELECT sum(East) AS easts FROM sales PIVOT (count(id) FOR region IN ('East', 'West')) AS counted

SELECT * FROM (SELECT id, amount, price FROM sales WHERE id < 40) p UNPIVOT (worth FOR kind IN (amount, price))
