-- ---
-- type: html
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
