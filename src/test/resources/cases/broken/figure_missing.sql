-- ---
-- type: chart-vegalite
-- ---
SELECT symbol FROM monthly_stock_prices
