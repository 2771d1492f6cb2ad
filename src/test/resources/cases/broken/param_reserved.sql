-- ---
-- params:
--   - paramName: theme
--   - paramName: period
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol = :theme AND symbol <> :period
