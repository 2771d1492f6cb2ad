-- ---
-- gridData: { w: 20, h: 12, minW: 30, maxH: 8 }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
