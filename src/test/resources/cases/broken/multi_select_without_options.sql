-- ---
-- params:
--   - paramName: symbols
--     multiSelect: true
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol IN (:symbols)
