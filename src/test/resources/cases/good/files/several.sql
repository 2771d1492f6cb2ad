-- ---
-- type: multi_file_viewer
-- params: [{ paramName: file, optionsQuery: SELECT 'a' AS value, multiSelect: true, show: false, roles: [fileSelector] }]
-- cache: 10s
-- ---
SELECT symbol AS filename, 'x' AS content FROM monthly_stock_prices WHERE symbol IN (:file)
