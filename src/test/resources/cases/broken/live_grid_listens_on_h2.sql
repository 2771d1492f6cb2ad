-- ---
-- type: live_grid
-- listen: prices
-- data: { wsRowIdColumn: symbol }
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
