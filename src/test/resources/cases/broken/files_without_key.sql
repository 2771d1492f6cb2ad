-- ---
-- type: multi_file_viewer
-- params: [{ paramName: file, optionsQuery: SELECT 'a' AS value, roles: [fileSelector] }]
-- ---
SELECT 'x' AS content FROM monthly_stock_prices WHERE symbol = :file
