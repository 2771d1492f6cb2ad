-- ---
-- type: chart
-- figure: { kind: heatmap, x: month, y: [], z: { a: b }, bins: 0 }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
