-- ---
-- type: chart-vegalite
-- figure: { encoding: { x: { field: month } } }
-- ---
SELECT month FROM monthly_stock_prices
