-- ---
-- endpoint: /prices
-- wsEndpoint: /prices_live
-- params:
--   - paramName: symbol
--     type: endpoint
--     optionsEndpoint: https://example.com/symbols
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
