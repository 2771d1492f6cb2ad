-- ---
-- params:
--   - paramName: symbol
--     required: true
--     nullable: true
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
