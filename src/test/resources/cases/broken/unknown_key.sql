-- ---
-- name: Prices
-- categroy: Market
-- refreshInterval: 60000
-- colour: red
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
