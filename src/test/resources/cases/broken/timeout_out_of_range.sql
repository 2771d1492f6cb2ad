-- ---
-- timeout: 0s
-- cache: 0ms
-- maxRows: 0
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
