-- ---
-- params:
--   - paramName: symbol
--     options: []
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
