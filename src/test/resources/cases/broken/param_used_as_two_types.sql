-- ---
-- name: Prices
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  month >= :limit
AND    close_usd >= :limit
