-- ---
-- type: live_grid
-- data: { wsRowIdColumn: symbol, wsRowIdColumns: [symbol, month] }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
