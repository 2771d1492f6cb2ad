-- ---
-- params:
--   - paramName: from
--     type: date
--     options: [2024-01-01]
-- ---
SELECT symbol FROM monthly_stock_prices WHERE month >= :from
