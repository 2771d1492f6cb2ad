-- ---
-- type: youtube
-- raw: true
-- ---
SELECT symbol AS url, close_usd FROM monthly_stock_prices
