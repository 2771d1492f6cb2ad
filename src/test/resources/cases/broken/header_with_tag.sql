-- ---
-- name: !!str Prices
-- maxRows: 10
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
