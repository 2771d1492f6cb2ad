-- ---
-- params:
--   - paramName: 1
--   - symbol
--   - paramName: symbol
--     label: [Symbol]
--     show: "no"
--     multiSelect: "true"
--     options: AAPL
--     style: wide
--     required: maybe
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
