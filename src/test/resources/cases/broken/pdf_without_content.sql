-- ---
-- type: pdf
-- ---
SELECT symbol AS filename FROM monthly_stock_prices
