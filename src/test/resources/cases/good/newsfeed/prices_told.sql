-- ---
-- type: newsfeed
-- ---
SELECT symbol AS title, month AS date, '' AS author, '' AS excerpt, '' AS body FROM monthly_stock_prices
