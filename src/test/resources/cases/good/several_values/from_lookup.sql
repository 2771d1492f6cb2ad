-- ---
-- params:
--   - { paramName: symbols, lookup: symbols, multiSelect: true, value: [AAPL, IBM] }
-- ---
SELECT symbol, month FROM monthly_stock_prices WHERE symbol IN (:symbols)
