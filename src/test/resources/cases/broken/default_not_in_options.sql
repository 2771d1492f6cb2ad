-- ---
-- params:
--   - paramName: symbol
--     value: GOOGLE
--     options:
--       - { label: Google, value: GOOG }
--       - { label: Apple, value: AAPL }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
