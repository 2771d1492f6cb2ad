-- ---
-- params:
--   - paramName: date
--   - paramName: symbol
-- ---
SELECT symbol, month FROM monthly_stock_prices WHERE month >= :date AND symbol = :symbol
