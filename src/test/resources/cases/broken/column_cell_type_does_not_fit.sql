-- ---
-- columns:
--   symbol: { cellDataType: number }
--   month: { cellDataType: boolean }
--   close_usd: { cellDataType: date }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
