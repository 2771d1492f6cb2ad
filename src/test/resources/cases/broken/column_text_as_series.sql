-- ---
-- columns:
--   symbol: { chartDataType: series }
--   close_usd: { cellDataType: text, chartDataType: series }
--   month: { chartDataType: sereis, align: middle }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
