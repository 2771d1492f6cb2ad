-- ---
-- params:
--   - paramName: at_least
--     type: number
--     value: 1000000000000001
-- ---
SELECT symbol FROM monthly_stock_prices WHERE close_usd >= :at_least
