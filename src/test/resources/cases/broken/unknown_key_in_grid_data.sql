-- ---
-- gridData: { w: 20, h: 12, minw: 8, x: 1 }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
