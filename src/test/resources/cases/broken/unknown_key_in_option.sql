-- ---
-- params:
--   - paramName: symbol
--     options:
--       - { lable: Apple, value: AAPL }
--       - { label: IBM, value: IBM, extraInfo: { description: International Business Machines } }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
