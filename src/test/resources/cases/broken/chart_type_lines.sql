-- ---
-- data:
--   table:
--     chartView:
--       chartType: lines
--       cellRangeCols: { lines: [month, close_usd], bar: [], pie: month }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
