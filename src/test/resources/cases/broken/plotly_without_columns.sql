-- ---
-- type: chart
-- figure: { data: [{ type: bar, y: [1, 2] }] }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
