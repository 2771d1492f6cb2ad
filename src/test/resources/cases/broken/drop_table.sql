-- ---
-- name: Prices
-- ---
DROP TABLE monthly_stock_prices
