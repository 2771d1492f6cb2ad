-- ---
-- ---
-- What the file says first is its description
SELECT month, close_usd FROM monthly_stock_prices WHERE symbol = 'AAPL'
