-- ---
-- params:
--   - paramName: symbols
--     multiSelect: true
--     value: [AAPL, MSFT]
--     options: [AAPL, IBM]
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol IN (:symbols)
