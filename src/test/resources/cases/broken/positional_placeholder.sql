-- ---
-- name: Prices
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices WHERE symbol = ?
