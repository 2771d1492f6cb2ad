-- ---
-- name: Prices
-- ---
SELECT symbol
FROM   monthly_stock_prices
WHERE  symbol = 'AAPL
ORDER  BY month
