-- ---
-- name: Latest prices
-- description: Last known price of each stock, and its change in percent since the month before
-- type: metric
-- gridData: { w: 40, h: 5 }
-- cache: 60s                      # identical requests within a minute are answered from memory
-- params:
--   - paramName: symbols
--     label: Stocks
--     lookup: symbols
--     multiSelect: true           # arrives as one list
--     value: [AAPL, AMZN, GOOG, IBM, MSFT]
-- columns:
--   value: { prefix: "$", decimalPlaces: 2 }
-- ---
-- A metric reads the columns label, value and delta: one row, one number on the screen.
SELECT   symbol AS label,
         close_usd AS value,
         (100 * (close_usd / previous_usd - 1))::numeric(8, 1) AS delta
FROM     (SELECT symbol, month, close_usd,
                 lag(close_usd) OVER (PARTITION BY symbol ORDER BY month) AS previous_usd,
                 max(month) OVER (PARTITION BY symbol) AS last_month
          FROM   monthly_stock_prices
          WHERE  symbol IN (:symbols)) p
WHERE    month = last_month
ORDER BY symbol
