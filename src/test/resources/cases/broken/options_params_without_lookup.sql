-- ---
-- params:
--   - paramName: symbol
--     type: text
--     optionsParams: { sector: $sector }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
