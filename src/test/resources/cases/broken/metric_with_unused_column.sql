-- ---
-- type: metric
-- ---
SELECT symbol AS label, close_usd AS value, month FROM monthly_stock_prices
