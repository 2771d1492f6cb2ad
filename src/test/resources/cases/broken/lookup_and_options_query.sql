-- ---
-- params:
--   - paramName: symbol
--     lookup: symbols
--     optionsQuery: SELECT 'AAPL' AS value
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
