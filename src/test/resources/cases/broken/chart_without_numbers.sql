-- ---
-- type: chart
-- ---
SELECT symbol, 'x' AS note
FROM   monthly_stock_prices
