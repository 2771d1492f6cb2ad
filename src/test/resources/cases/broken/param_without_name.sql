-- ---
-- params:
--   - label: Symbol
--     type: text
--   - paramName: ""
--   - paramName: from-date
--   - paramName: größe
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
