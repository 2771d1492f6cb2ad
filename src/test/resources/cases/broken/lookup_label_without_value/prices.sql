-- ---
-- params:
--   - paramName: symbol
--     lookup: only_labels
--   - paramName: from
--     optionsQuery: SELECT 1 AS label
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol AND month >= :from
ORDER  BY month
