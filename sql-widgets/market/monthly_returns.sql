-- ---
-- name: Monthly returns
-- description: How much a stock gained or lost in each month
-- params:
--   - paramName: symbol
--     label: Stock
--     lookup: symbols
--     value: AAPL
--   - paramName: only_losses
--     type: boolean
--     label: Only losses
--     value: false                # an untouched switch sends nothing; the server knows the default
-- columns:
--   close_usd: { headerName: Close, prefix: "$", decimalPlaces: 2 }
--   monthly_return:
--     headerName: Return
--     formatterFn: normalizedPercent   # the query returns 0.05, the table shows 5.0 %
--     decimalPlaces: 1
--     renderFn: greenRed
-- ---
-- lag() looks at the row before; the first month has none, so its return is NULL.
WITH returns AS (
  SELECT month, close_usd,
         (close_usd / lag(close_usd) OVER (ORDER BY month) - 1)::numeric(8, 4) AS monthly_return
  FROM   monthly_stock_prices
  WHERE  symbol = :symbol
)
SELECT   month, close_usd, monthly_return
FROM     returns
WHERE    (NOT :only_losses OR monthly_return < 0)
ORDER BY month DESC
