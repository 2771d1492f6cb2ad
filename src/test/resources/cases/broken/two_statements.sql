-- ---
-- name: Prices
-- ---
SELECT symbol FROM monthly_stock_prices;
SELECT month FROM monthly_stock_prices;
