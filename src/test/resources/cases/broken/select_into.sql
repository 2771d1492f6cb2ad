-- ---
-- name: Prices
-- ---
SELECT symbol INTO copy_of_prices FROM monthly_stock_prices
