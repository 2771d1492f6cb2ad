-- ---
-- type: chart
-- figure: { kind: line, y: [] }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
