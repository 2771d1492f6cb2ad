-- ---
-- name: Closing prices
-- description: Closing price of one stock
-- ---
SELECT month, close_usd FROM monthly_stock_prices WHERE symbol = 'AAPL'
