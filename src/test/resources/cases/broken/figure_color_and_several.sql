-- ---
-- type: chart
-- figure: { kind: bar, x: month, y: [close_usd, double], color: symbol }
-- ---
SELECT symbol, month, close_usd, close_usd * 2 AS "double" FROM monthly_stock_prices
