-- ---
-- cache: 30s
-- ---
SELECT symbol FROM monthly_stock_prices
