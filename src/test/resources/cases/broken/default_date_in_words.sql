-- ---
-- params:
--   - paramName: from
--     type: date
--     value: yesterday
--   - paramName: until
--     type: date
--     value: $currentDate-2x
-- ---
SELECT symbol, month FROM monthly_stock_prices WHERE month BETWEEN :from AND :until
