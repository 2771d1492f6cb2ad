-- ---
-- params:
--   - paramName: symbol
--     optionsQuery: SELECT 'IBM' AS value
--     optionsParams: { a: [x], b: , "": c }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
