-- ---
-- params:
--   - paramName: symbol
--     lookup: symbols_like
--     optionsParams: { symbol: $symbol }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
