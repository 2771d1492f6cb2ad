-- ---
-- cache: { stale: 0s, refresh: 5m }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
