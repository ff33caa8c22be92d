SELECT region, COUNT(*) AS n FROM sales GROUP BY 1 ORDER BY 2 DESC, 1

SELECT region, COUNT(*) AS n FROM `sales` WHERE region = "East" GROUP BY region

SELECT YEAR(sold_at) AS y, MONTH(sold_at) AS m, SUM(amount) AS total FROM sales GROUP BY YEAR(sold_at), MONTH(sold_at)

SELECT DATE_FORMAT(sold_at, '%Y-%m') AS m, COUNT(*) AS n FROM sales GROUP BY DATE_FORMAT(sold_at, '%Y-%m')

SELECT DATE(sold_at) AS d, COUNT(*) AS n FROM sales GROUP BY DATE(sold_at)

SELECT DATE_ADD(sold_at, INTERVAL 1 DAY) AS tomorrow, id FROM sales

SELECT DATE_SUB(sold_at, INTERVAL 3 MONTH) AS before_it, id FROM sales

SELECT sold_at + INTERVAL 1 WEEK AS next_week, id FROM sales

SELECT DATEDIFF(MAX(sold_at), MIN(sold_at)) AS days FROM sales

SELECT TIMESTAMPDIFF(HOUR, MIN(sold_at), MAX(sold_at)) AS hours FROM sales

SELECT DAYNAME(day) AS day_name, DAYOFWEEK(day) AS nr, WEEKDAY(day) AS w, id FROM sales

SELECT QUARTER(sold_at) AS q, WEEK(sold_at) AS w, COUNT(*) AS n FROM sales GROUP BY QUARTER(sold_at), WEEK(sold_at)

SELECT LAST_DAY(day) AS month_end, id FROM sales

SELECT STR_TO_DATE('2024-01-31', '%Y-%m-%d') AS d, id FROM sales WHERE id < 9

SELECT UNIX_TIMESTAMP(sold_at) AS seconds, id FROM sales WHERE sold_at IS NOT NULL

SELECT GROUP_CONCAT(product ORDER BY id SEPARATOR ', ') AS products FROM sales WHERE id < 60 GROUP BY region

SELECT GROUP_CONCAT(DISTINCT product ORDER BY product) AS products FROM sales

SELECT CONCAT(region, ' / ', product) AS label, CONCAT_WS('-', region, product) AS label2 FROM sales

SELECT IFNULL(region, 'none') AS place, IF(price > 50, 'dear', 'cheap') AS class, id FROM sales

SELECT id FROM sales WHERE product REGEXP '^[A-M]'

SELECT id FROM sales WHERE product RLIKE 'e+'

SELECT REGEXP_REPLACE(product, '[aeiou]', '*') AS hidden FROM sales

SELECT REGEXP_SUBSTR(note, '[0-9]') AS nr, id FROM sales

SELECT id FROM sales WHERE note LIKE '%\'quoted\'%'

SELECT id FROM sales WHERE product LIKE '100\%\_%'

SELECT id FROM sales WHERE product = 'O\'Brien "x"' OR product = "O'Brien ""x"""

SELECT id FROM sales WHERE note REGEXP 'Note\\s[0-2]'

SELECT id, amount DIV 10 AS tens, MOD(id, 3) AS rest, id % 4 AS rest4 FROM sales WHERE amount IS NOT NULL

SELECT id, CAST(amount AS SIGNED) AS whole, CAST(id AS CHAR) AS id_text, CAST(price AS DECIMAL(10, 1)) AS rounded FROM sales

SELECT id, FORMAT_FREE FROM (SELECT id, ROUND(price, 1) AS FORMAT_FREE FROM sales) x

SELECT region, product, SUM(amount) AS total FROM sales GROUP BY region, product WITH ROLLUP

SELECT id FROM sales ORDER BY id LIMIT 3, 5

SELECT id FROM sales WHERE id <=> 5 OR region <=> 'North'

SELECT id, LEFT(product, 2) AS l, MID(product, 2, 2) AS m, INSTR(product, 'e') AS e FROM sales

SELECT id, FIELD_FREE FROM (SELECT id, LOCATE('e', product) AS FIELD_FREE FROM sales) x

SELECT STDDEV_POP(price) AS d, VARIANCE(price) AS v, STD_FREE FROM (SELECT price, 1 AS STD_FREE FROM sales) x GROUP BY STD_FREE

SELECT id, ROW_NUMBER() OVER (PARTITION BY region ORDER BY id) AS rn FROM sales

SELECT id, SUM(amount) OVER (PARTITION BY region ORDER BY id ROWS UNBOUNDED PRECEDING) AS running FROM sales

SELECT id, LAG(amount, 2) OVER (ORDER BY id) AS two_before FROM sales

WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 20) SELECT t.n, s.product FROM t JOIN sales s ON s.id = t.n

WITH sale AS (SELECT * FROM sales), n AS (SELECT COUNT(*) AS c FROM sale) SELECT c FROM n

SELECT JSON_EXTRACT(JSON_OBJECT('a', product), '$.a') AS p, id FROM sales

SELECT JSON_VALUE(JSON_OBJECT('a', id), '$.a') AS p FROM sales

SELECT COUNT(*) FROM shop.sales

SELECT s.id FROM `shop`.`sales` AS s WHERE s.id > 390

SELECT sales.id FROM shop.sales WHERE sales.id > 380

SELECT a.id FROM sales a STRAIGHT_JOIN sales b ON a.id = b.id WHERE b.price > 90

SELECT a.id FROM sales a JOIN sales b USING (id) WHERE b.price > 90

SELECT id FROM sales WHERE (region, product) IN (SELECT region, product FROM sales WHERE price > 100)

SELECT id FROM sales WHERE id BETWEEN 5 AND 10 XOR region = 'East'

SELECT COUNT(*) AS n # the number of them
FROM sales

SELECT SUM(online) AS web, COUNT(*) - SUM(online) AS other FROM sales WHERE online IS NOT NULL

SELECT UCASE(product) AS u, LCASE(region) AS l, REVERSE(product) AS r, SPACE(2) AS s FROM sales

SELECT SUBSTRING_INDEX(note, ' ', 1) AS first_word, id FROM sales

SELECT id FROM sales WHERE sold_at BETWEEN '2024-01-01' AND '2024-06-01 12:00:00'

SELECT id FROM sales WHERE sold_at >= TIMESTAMP '2024-01-01 00:00:00'

SELECT HOUR(sold_at) AS h, COUNT(*) AS n FROM sales GROUP BY HOUR(sold_at) HAVING n > 1

SELECT COUNT(DISTINCT region, product) AS kinds FROM sales

SELECT EXTRACT(YEAR_MONTH FROM sold_at) AS ym, COUNT(*) AS n FROM sales GROUP BY ym
