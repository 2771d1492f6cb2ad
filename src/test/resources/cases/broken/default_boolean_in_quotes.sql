-- ---
-- params:
--   - paramName: all
--     type: boolean
--     value: "true"
-- ---
SELECT symbol FROM monthly_stock_prices WHERE :all OR symbol = 'IBM'
