-- ---
-- gridData: { w: 41, h: 0 }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
