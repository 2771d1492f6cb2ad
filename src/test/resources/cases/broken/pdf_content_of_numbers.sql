-- ---
-- type: pdf
-- params: [{ paramName: file, optionsQuery: SELECT 'a' AS value, roles: [fileSelector] }]
-- ---
SELECT close_usd AS content, symbol FROM monthly_stock_prices WHERE symbol = :file
