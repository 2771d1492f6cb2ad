-- ---
-- params:
--   - paramName: symbols
--     multiple: true
--     value: ["AAPL,IBM", ~, ""]
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol IN (:symbols)
