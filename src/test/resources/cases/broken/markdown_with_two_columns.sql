-- ---
-- type: markdown
-- ---
SELECT symbol, close_usd FROM monthly_stock_prices
