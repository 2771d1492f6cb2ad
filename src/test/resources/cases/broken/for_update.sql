-- ---
-- name: Prices
-- ---
SELECT symbol FROM monthly_stock_prices FOR UPDATE
