-- ---
-- params:
--   - paramName: at_least
--     type: number
--     value: ""
-- ---
SELECT symbol FROM monthly_stock_prices WHERE close_usd >= :at_least
