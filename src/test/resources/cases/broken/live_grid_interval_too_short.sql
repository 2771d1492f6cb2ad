-- ---
-- type: live_grid
-- interval: 100ms
-- data: { wsRowIdColumn: symbol }
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
