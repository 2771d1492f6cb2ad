-- ---
-- name: All prices
-- description: Every monthly price of every stock, sorted, filtered and grouped in the database
-- type: ssrm_table
-- gridData: { w: 40, h: 16 }
-- columns:
--   close_usd: { headerName: Close, prefix: "$", decimalPlaces: 2 }
--   change:
--     formatterFn: normalizedPercent
--     decimalPlaces: 1
--     renderFn: greenRed
-- ---
-- Only the rows on the screen are read, so the table may be as long as it likes.
SELECT   symbol, month, close_usd, (close_usd / previous_usd - 1)::numeric(8, 4) AS change
FROM     (SELECT symbol, month, close_usd,
                 lag(close_usd) OVER (PARTITION BY symbol ORDER BY month) AS previous_usd
          FROM   monthly_stock_prices) p
ORDER BY month DESC, symbol
