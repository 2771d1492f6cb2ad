-- ---
-- type: iframe
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
