-- ---
-- type: chart
-- figure: line
-- ---
SELECT month, close_usd FROM monthly_stock_prices
