-- ---
-- name: Stock at a glance
-- description: Last, highest and lowest price of one stock
-- type: metric
-- gridData: { w: 16, h: 8 }
-- params:
--   - paramName: symbol
--     label: Stock
--     lookup: symbols
--     value: AAPL
-- columns:
--   last_close: { headerName: Last close, prefix: "$", decimalPlaces: 2 }
--   highest: { prefix: "$", decimalPlaces: 2 }
--   lowest: { prefix: "$", decimalPlaces: 2 }
--   of_highest: { headerName: Last of highest, formatterFn: normalizedPercent, decimalPlaces: 0 }
-- ---
-- The wide form of a metric: one row, each column a number. last_close_delta is no number of its
-- own, it is the delta of last_close.
SELECT   close_usd AS last_close,
         close_usd - previous_usd AS last_close_delta,
         highest,
         lowest,
         (close_usd / highest)::numeric(6, 4) AS of_highest
FROM     (SELECT month, close_usd,
                 lag(close_usd) OVER (ORDER BY month) AS previous_usd,
                 max(close_usd) OVER () AS highest,
                 min(close_usd) OVER () AS lowest
          FROM   monthly_stock_prices
          WHERE  symbol = :symbol) p
ORDER BY month DESC
LIMIT    1
