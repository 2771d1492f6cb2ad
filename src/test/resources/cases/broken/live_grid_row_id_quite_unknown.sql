-- ---
-- type: live_grid
-- data: { wsRowIdColumn: isin }
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
