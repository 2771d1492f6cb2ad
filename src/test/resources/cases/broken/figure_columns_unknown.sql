-- ---
-- type: chart
-- figure:
--   kind: line
--   x: monht
--   y: [close_usd, volume]
--   color: symbol
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
