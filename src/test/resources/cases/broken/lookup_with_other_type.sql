-- ---
-- params:
--   - paramName: symbol
--     type: text
--     optionsQuery: SELECT DISTINCT symbol AS value FROM monthly_stock_prices
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
