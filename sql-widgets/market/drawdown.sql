-- ---
-- name: Drawdown
-- description: How far one stock stood below the highest price it had reached until then
-- params:
--   - paramName: symbol
--     label: Stock
--     lookup: symbols
--     value: AAPL
-- columns:
--   close_usd: { headerName: Close, prefix: "$", decimalPlaces: 2 }
--   peak_usd: { headerName: Highest so far, prefix: "$", decimalPlaces: 2 }
--   drawdown:
--     formatterFn: normalizedPercent
--     decimalPlaces: 1
--     renderFn: columnColor
--     renderFnParams:
--       colorRules:               # the first rule that fits gives the colour
--         - { condition: eq, value: 0, color: green, fill: true }
--         - { condition: lt, value: -0.5, color: red, fill: true }
--         - { condition: between, range: { min: -0.5, max: -0.2 }, color: "#c77700" }
-- ---
-- With ORDER BY a window ends at the current row: max() is the highest price until then.
SELECT   month, close_usd, peak_usd,
         (close_usd / peak_usd - 1)::numeric(6, 4) AS drawdown
FROM     (SELECT month, close_usd, max(close_usd) OVER (ORDER BY month) AS peak_usd
          FROM   monthly_stock_prices
          WHERE  symbol = :symbol) p
ORDER BY month DESC
