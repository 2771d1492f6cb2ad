-- ---
-- name: Price chart
-- description: Closing prices of stocks as lines, month by month
-- type: chart
-- gridData: { w: 40, h: 14 }
-- params:
--   - - paramName: symbols
--       label: Stocks
--       description: Empty shows all
--       lookup: symbols
--       multiSelect: true
--     - paramName: since
--       type: date
--       label: Since
--       value: 2004-01-01
-- columns:
--   close_usd: { headerName: Close, prefix: "$" }
-- figure: { kind: line, x: month, y: close_usd, color: symbol }   # color: a line for each symbol
-- ---
SELECT   month, symbol, close_usd
FROM     monthly_stock_prices
WHERE    month >= :since
AND      (:symbols IS NULL OR symbol IN (:symbols))
ORDER BY symbol, month
