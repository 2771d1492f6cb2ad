-- ---
-- type: ssrm_table
-- params:
--   - paramName: startRow
--     type: number
--     value: 1
-- ---
SELECT symbol, month
FROM   monthly_stock_prices
WHERE  close_usd > :startRow
