-- ---
-- name: Return statistics
-- description: Average, spread and extremes of the monthly returns of each stock
-- gridData: { w: 40, h: 8 }
-- columns:
--   symbol: { pinned: left }
--   average: &percent { formatterFn: normalizedPercent, decimalPlaces: 1 }
--   median: *percent              # & named the map above, * uses it again
--   deviation: *percent
--   best: *percent
--   worst: *percent
--   months_up: *percent
-- ---
-- FILTER counts only the rows that fit. Averages differ between databases in the last digits, so
-- the query says to how many it rounds.
WITH returns AS (
  SELECT symbol,
         close_usd / lag(close_usd) OVER (PARTITION BY symbol ORDER BY month) - 1 AS r
  FROM   monthly_stock_prices
)
SELECT   symbol,
         count(r) AS months,
         avg(r)::numeric(8, 4) AS average,
         (percentile_cont(0.5) WITHIN GROUP (ORDER BY r))::numeric(8, 4) AS median,
         stddev_samp(r)::numeric(8, 4) AS deviation,
         max(r)::numeric(8, 4) AS best,
         min(r)::numeric(8, 4) AS worst,
         (1.0 * count(*) FILTER (WHERE r > 0) / count(r))::numeric(8, 4) AS months_up
FROM     returns
WHERE    r IS NOT NULL
GROUP BY symbol
ORDER BY symbol
