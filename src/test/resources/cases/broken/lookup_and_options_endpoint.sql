-- ---
-- params:
--   - paramName: symbol
--     type: endpoint
--     lookup: symbols
--     optionsEndpoint: /options/symbols
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
