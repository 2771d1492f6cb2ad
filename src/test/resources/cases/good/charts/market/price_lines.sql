-- ---
-- type: chart
-- figure: { kind: line, x: month, y: close_usd, color: symbol }
-- params:
--   - { paramName: since, type: date, value: 2005-01-01 }
-- ---
SELECT month, symbol, close_usd FROM monthly_stock_prices WHERE month >= :since ORDER BY month
