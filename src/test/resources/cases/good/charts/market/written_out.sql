-- ---
-- type: chart
-- gridData: { w: 30, h: 14 }
-- figure:
--   data:
--     - { $each: symbol, type: box, y: $close_usd }
--   layout:
--     yaxis: { tickprefix: $, type: log }
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
