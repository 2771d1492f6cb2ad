-- ---
-- cache: 250ms
-- ---
SELECT symbol FROM monthly_stock_prices
