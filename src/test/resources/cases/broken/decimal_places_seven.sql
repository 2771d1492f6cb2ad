-- ---
-- columns:
--   close_usd: { decimalPlaces: 7 }
--   month: { decimalPlaces: 1.5 }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
