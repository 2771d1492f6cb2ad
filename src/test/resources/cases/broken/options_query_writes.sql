-- ---
-- params:
--   - paramName: symbol
--     optionsQuery: DELETE FROM monthly_stock_prices
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
