-- ---
-- type: chart
-- figure: { x: month, y: close_usd }
-- ---
SELECT month, close_usd FROM monthly_stock_prices
