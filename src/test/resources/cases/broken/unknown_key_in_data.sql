-- ---
-- data:
--   datakey: results
--   defaultSymbol: symbol
--   table:
--     columnDefs: []
--     enableCharts: true
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
