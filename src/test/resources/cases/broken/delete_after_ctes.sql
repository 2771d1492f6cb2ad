-- ---
-- name: Prices
-- ---
WITH old AS (SELECT DATE '2001-01-01' AS month)
DELETE FROM monthly_stock_prices WHERE month < (SELECT month FROM old)
