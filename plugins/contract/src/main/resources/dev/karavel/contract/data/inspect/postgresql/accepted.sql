SELECT region, count(*) FROM sales GROUP BY 1 ORDER BY 2 DESC

SELECT date_trunc('week', sold_at) AS week_of_sale, sum(amount) AS revenue FROM sales GROUP BY 1

SELECT to_char(sold_at, 'YYYY-MM') AS month_of_sale, avg(price) FROM sales GROUP BY 1

SELECT to_char(amount, 'FM999G990D00') AS shown FROM sales WHERE id < 40

SELECT extract(dow FROM sold_at) AS weekday_nr, count(*) FROM sales GROUP BY 1

SELECT extract(epoch FROM sold_at) AS seconds, id FROM sales

SELECT date_part('hour', sold_at) AS hour_of_day, count(*) FROM sales GROUP BY 1

SELECT age(max(sold_at), min(sold_at)) AS span FROM sales

SELECT id, sold_at::date AS sale_day, amount::int AS whole, id::text AS id_text FROM sales

SELECT id, amount::numeric(12, 1) AS rounded FROM sales

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) AS middle, percentile_disc(0.9) WITHIN GROUP (ORDER BY price) AS p90 FROM sales GROUP BY region

SELECT mode() WITHIN GROUP (ORDER BY product) AS usual FROM sales

SELECT string_agg(product, ', ' ORDER BY id) AS products FROM sales GROUP BY region

SELECT string_agg(DISTINCT product, '|') AS products FROM sales

SELECT array_agg(id ORDER BY id) AS ids FROM sales WHERE id < 100 GROUP BY region

SELECT (array_agg(product ORDER BY id))[1] AS first_product FROM sales GROUP BY region

SELECT DISTINCT ON (region) region, id, product FROM sales ORDER BY region, id

SELECT id FROM sales WHERE product ILIKE '%tea%'

SELECT id FROM sales WHERE product ~ '^[A-M]' AND note !~* 'quoted'

SELECT id FROM sales WHERE product SIMILAR TO '(Tea|Milk)'

SELECT regexp_replace(product, '[aeiou]', '*', 'g') AS hidden FROM sales

SELECT (regexp_match(note, 'Note ([0-9])'))[1] AS nr, id FROM sales

SELECT split_part(note, ' ', 2) AS second_word, id FROM sales

SELECT initcap(region) AS place, md5(product) AS hashed FROM sales

SELECT jsonb_build_object('region', region, 'n', count(*)) AS j FROM sales GROUP BY region

SELECT jsonb_build_object('p', product) ->> 'p' AS p, id FROM sales

SELECT jsonb_build_object('a', jsonb_build_object('b', id)) #>> '{a,b}' AS deep FROM sales

SELECT id FROM sales WHERE jsonb_build_object('p', product) @> '{"p": "Tea"}'::jsonb

SELECT json_agg(product ORDER BY id) AS j FROM sales WHERE id < 50

SELECT e.key, e.value FROM sales s, jsonb_each_text(jsonb_build_object('r', s.region, 'p', s.product)) e WHERE s.id < 20

SELECT a.id, l.best FROM sales a CROSS JOIN LATERAL (SELECT max(b.amount) AS best FROM sales b WHERE b.region = a.region) l

SELECT a.id, l.id AS nearest FROM sales a LEFT JOIN LATERAL (SELECT b.id FROM sales b WHERE b.id > a.id AND b.product = a.product ORDER BY b.id LIMIT 1) l ON true WHERE a.id < 100

SELECT g.n, count(s.id) FROM generate_series(1, 12) AS g(n) LEFT JOIN sales s ON extract(month FROM s.sold_at) = g.n GROUP BY g.n

SELECT d::date AS day_of_year, count(s.id) FROM generate_series('2024-01-01'::timestamp, '2024-01-31'::timestamp, '1 day') AS d LEFT JOIN sales s ON s.day = d::date GROUP BY 1

SELECT u.x, count(s.id) FROM unnest(ARRAY['Tea', 'Milk']) AS u(x) LEFT JOIN sales s ON s.product = u.x GROUP BY u.x

SELECT id FROM sales WHERE product = ANY (ARRAY['Tea', 'Milk'])

SELECT id FROM sales WHERE id = ANY (SELECT b.id FROM sales b WHERE b.price > 100)

SELECT ARRAY(SELECT b.id FROM sales b WHERE b.product = a.product ORDER BY b.id) AS ids FROM (SELECT DISTINCT product FROM sales) a

SELECT id, sold_at AT TIME ZONE 'Europe/Berlin' AS zoned FROM sales WHERE id < 30

SELECT id FROM sales WHERE sold_at > '2024-06-01'::timestamp - INTERVAL '3 months'

SELECT id, sold_at + make_interval(days => 1) AS tomorrow FROM sales WHERE 1 = 0

SELECT id, sum(amount) OVER (PARTITION BY region ORDER BY sold_at RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) AS week_sum FROM sales WHERE sold_at IS NOT NULL

SELECT id, sum(amount) OVER (ORDER BY id GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS around FROM sales

SELECT id, count(*) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 2 FOLLOWING EXCLUDE CURRENT ROW) AS neighbours FROM sales

SELECT count(*) FILTER (WHERE online) AS on_line, count(*) FILTER (WHERE online IS NOT TRUE) AS off_line FROM sales

SELECT bool_and(online) AS always, bool_or(online) AS ever FROM sales GROUP BY region

SELECT corr(id, price) AS correlation, regr_slope(price, id) AS slope, covar_pop(id, price) AS covariance FROM sales

SELECT width_bucket(price, 0, 130, 5) AS bucket, count(*) FROM sales GROUP BY 1

WITH sale AS MATERIALIZED (SELECT * FROM sales) SELECT count(*) FROM sale

WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 20) SELECT t.n, s.product FROM t JOIN sales s ON s.id = t.n

SELECT count(*) FROM public.sales

SELECT s.id FROM "public"."sales" AS s WHERE s.id > 390

SELECT s.id FROM postgres.public.sales s WHERE s.id > 300

SELECT $$it's a text$$ AS quoted, $tag$and $$ this$tag$ AS more, id FROM sales WHERE id < 9

SELECT id FROM sales WHERE (sold_at, sold_at + INTERVAL '1 hour') OVERLAPS ('2024-01-01'::timestamp, '2024-02-01'::timestamp)

SELECT overlay(product PLACING 'xx' FROM 1 FOR 2) AS laid FROM sales

SELECT format_shown FROM (SELECT concat_ws('-', region, product) AS format_shown FROM sales) x

SELECT justify_interval(max(sold_at) - min(sold_at)) AS span FROM sales

SELECT id FROM SALES WHERE PRODUCT = 'Tea' AND ID BETWEEN SYMMETRIC 100 AND 1

SELECT product, row_number() OVER (ORDER BY count(*) DESC, product) AS place FROM sales GROUP BY product

SELECT coalesce(region, 'all') AS place, sum(amount) FROM sales GROUP BY ROLLUP (region)
