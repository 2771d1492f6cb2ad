-- ---
-- type: live_grid
-- data: { wsRowIdColumn: [symbol, mnth] }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
