-- ---
-- type: chart
-- figure: { layout: { title: x } }
-- ---
SELECT symbol, month, close_usd FROM monthly_stock_prices
