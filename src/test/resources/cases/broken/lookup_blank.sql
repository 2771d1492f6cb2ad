-- ---
-- params:
--   - paramName: symbol
--     lookup: ""
--     optionsQuery: "  "
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
