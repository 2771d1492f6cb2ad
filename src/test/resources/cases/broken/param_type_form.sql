-- ---
-- params:
--   - paramName: symbol
--     type: form
--     endpoint: /form
--     inputParams: []
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
