-- ---
-- params:
--   - paramName: symbol
--     type: date
--     value: 2024-13-01
-- columns:
--   close_us: { decimalPlaces: 2 }
-- formerIds: [Old Prices]
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol AND month >= :from
ORDER  BY month
