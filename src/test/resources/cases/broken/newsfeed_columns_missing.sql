-- ---
-- type: newsfeed
-- ---
SELECT symbol AS title, close_usd AS date, month FROM monthly_stock_prices
