-- ---
-- type: ssrm_table
-- params:
--   - paramName: from
--     type: date
--     value: 2004-01-01
-- columns:
--   close_usd: { prefix: "$" }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  month >= :from
ORDER  BY month -- the last line may be a comment;
