-- ---
-- type: live_grid
-- data: { wsRowIdColumn: { field: symbol } }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
