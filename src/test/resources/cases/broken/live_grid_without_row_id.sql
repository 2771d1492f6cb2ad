-- ---
-- type: live_grid
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
