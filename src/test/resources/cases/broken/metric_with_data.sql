-- ---
-- type: metric
-- data:
--   table:
--     chartView: { enabled: true }
-- ---
SELECT max(close_usd) AS highest FROM monthly_stock_prices
