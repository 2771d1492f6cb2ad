-- ---
-- type: live_grid
-- listen: 'Prices"; DROP TABLE prices'
-- data: { wsRowIdColumn: symbol }
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
