-- ---
-- type: metric
-- ---
SELECT symbol AS label, max(close_usd) AS value, min(close_usd) AS delta FROM monthly_stock_prices GROUP BY symbol
