-- ---
-- params:
--   - paramName: symbol
--     type: endpoint
--     optionsEndpoint: /symbols
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
