-- ---
-- params:
--   - paramName: symbol
--     value: [AAPL, IBM]
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
