SELECT `region`, count() AS n FROM `sales` GROUP BY `region`

SELECT "region", countIf(price > 50) AS dear FROM sales GROUP BY "region"

SELECT region, sumIf(amount, online = true) AS online_revenue FROM sales GROUP BY region

SELECT region, avgIf(price, price > 10) AS mean_price FROM sales GROUP BY region

SELECT uniqExact(product) AS products FROM sales

SELECT quantileExactInclusive(0.9)(price) AS p90 FROM sales

SELECT region, quantileExact(0.5)(price) AS middle FROM sales GROUP BY region

SELECT argMax(id, price) AS dearest FROM sales WHERE price IS NOT NULL

SELECT toStartOfMonth(sold_at) AS month, count() AS n FROM sales GROUP BY month

SELECT toStartOfInterval(sold_at, INTERVAL 6 HOUR) AS part, count() AS n FROM sales GROUP BY part

SELECT dateDiff('day', sold_at, toDateTime('2025-01-01 00:00:00')) AS days, id FROM sales WHERE sold_at IS NOT NULL

SELECT toYYYYMM(sold_at) AS month, sum(amount) AS revenue FROM sales GROUP BY month

SELECT formatDateTime(sold_at, '%Y-%m') AS month, id FROM sales WHERE sold_at IS NOT NULL

SELECT multiIf(price > 80, 'dear', price > 20, 'fair', 'cheap') AS class, count() AS n FROM sales GROUP BY class

SELECT if(online, 'web', 'shop') AS channel, count() AS n FROM sales GROUP BY channel

SELECT lowerUTF8(note) AS small, id FROM sales WHERE id < 20

SELECT splitByChar(' ', assumeNotNull(note)) AS words, id FROM sales WHERE note IS NOT NULL AND id < 30

SELECT id, length(product) AS letters FROM sales WHERE startsWith(product, 'C')

SELECT replaceRegexpAll(product, '[aeiou]', '') AS consonants, id FROM sales WHERE id < 25

SELECT positionCaseInsensitive(product, 'TEA') AS at, id FROM sales WHERE id < 25

SELECT arraySort(groupUniqArray(product)) AS products FROM sales

SELECT region, max(amount) AS best FROM sales GROUP BY region HAVING best > 900

SELECT id, row_number() OVER (PARTITION BY region ORDER BY id) AS n FROM sales

SELECT toDayOfWeek(sold_at) AS weekday, count() AS n FROM sales GROUP BY weekday

SELECT intDiv(id, 10) AS tens, count() AS n FROM sales GROUP BY tens

SELECT toHour(sold_at) AS hour, sum(amount) AS revenue FROM sales GROUP BY hour

SELECT coalesce(toString(price), 'none') AS price_text, id FROM sales WHERE id < 40

SELECT id FROM default.sales WHERE id > 390

SELECT s.id FROM `default`.`sales` AS s WHERE s.region ILIKE 'e%'

SELECT roundBankers(price, 0) AS whole, id FROM sales WHERE id < 40
