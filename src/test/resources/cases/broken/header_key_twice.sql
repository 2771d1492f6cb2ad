-- ---
-- name: Prices
-- category: Market
-- name: Closing prices
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
