-- ---
-- type: live_grid
-- data:
--   wsRowIdColumns: [symbol, month]
--   table: { showAll: false }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
