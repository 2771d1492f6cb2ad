-- ---
-- params:
--   - paramName: symbol
--     options:
--       - { label: Apple }
--       - { value: [IBM] }
--       - { label: Yes, value: true }
--       - [MSFT]
--       -
--       - { label: [x], value: GOOG }
--       - ""
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
