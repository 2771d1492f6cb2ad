-- ---
-- params:
--   - { paramName: symbols, multiSelect: true, value: [AAPL, IBM], options: [AAPL, IBM, MSFT] }
--   - { paramName: more, multiSelect: true, value: "AAPL, MSFT", options: [AAPL, IBM, MSFT] }
--   - { paramName: own, type: text, multiple: true, value: [A, " B "] }
--   - { paramName: years, type: text, multiple: true, sqlType: integer, value: [2013, 2014] }
-- ---
SELECT symbol FROM monthly_stock_prices WHERE symbol IN (:symbols) OR symbol NOT IN (:more) OR symbol IN (:own) OR extract(year FROM month) IN (:years)
