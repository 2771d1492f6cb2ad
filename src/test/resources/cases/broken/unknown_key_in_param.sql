-- ---
-- params:
--   - paramName: symbol
--     lable: Symbol
--     optional: true
--     min: 1
--     default: AAPL
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
