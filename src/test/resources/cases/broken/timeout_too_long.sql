-- ---
-- timeout: 999999h
-- cache: 9999999h
-- maxRows: 10000001
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
