-- ---
-- data:
--   table:
--     columnsDefs: { field: month }
--     chartView: line
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
