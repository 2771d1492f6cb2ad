-- ---
-- params:
--   - paramName: from
--     type: date
--     value: 2023-02-29
-- ---
SELECT symbol, month FROM monthly_stock_prices WHERE month >= :from
