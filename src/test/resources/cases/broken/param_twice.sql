-- ---
-- params:
--   - paramName: symbol
--   - - paramName: symbol
--       type: text
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
