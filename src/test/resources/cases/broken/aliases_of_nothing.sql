-- ---
-- columns:
--   month: *date
--   close_usd: { decimalPlaces: 2 }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
