-- ---
-- interval: 1s
-- listen: prices
-- data: { wsRowIdColumn: symbol }
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
