-- ---
-- params:
--   - paramName: symbols
--     multiSelect: true
--     options:
--       - { label: Apple and IBM, value: "AAPL,IBM" }
--       - { label: None, value: "" }
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol IN (:symbols)
