-- ---
-- type: multi_file_viewer
-- ---
SELECT symbol AS filename, 'x' AS content FROM monthly_stock_prices
