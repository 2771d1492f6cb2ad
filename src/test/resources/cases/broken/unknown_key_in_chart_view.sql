-- ---
-- data:
--   table:
--     chartView: { charttype: line, enable: true }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
