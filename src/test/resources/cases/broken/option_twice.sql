-- ---
-- params:
--   - paramName: symbol
--     options:
--       - { label: Apple, value: AAPL }
--       - { label: IBM, value: IBM }
--       - { label: Apple again, value: AAPL }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
