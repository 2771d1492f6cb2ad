-- ---
-- data:
--   table:
--     chartView:
--       chartType: line
--       cellRangeCols:
--         line: [month, close]
--         bar:
--           - symbl
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
