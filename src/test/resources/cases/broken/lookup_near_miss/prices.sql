-- ---
-- params:
--   - paramName: symbol
--     lookup: stock_symbol
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
