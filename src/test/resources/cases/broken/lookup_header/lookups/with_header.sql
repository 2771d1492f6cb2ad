-- ---
-- description: Symbols
-- name: Symbols
-- cashe: 10s
-- cache: 0s
-- datasource: default
-- ---
SELECT DISTINCT symbol AS value FROM monthly_stock_prices
