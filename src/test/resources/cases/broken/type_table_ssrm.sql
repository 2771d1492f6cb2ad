-- ---
-- type: table_ssrm
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
