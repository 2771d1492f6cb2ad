-- ---
-- params:
--   - paramName: symbol
--     sqlType: intger
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
