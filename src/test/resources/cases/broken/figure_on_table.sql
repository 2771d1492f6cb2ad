-- ---
-- figure: { kind: line, x: month, y: close_usd }
-- ---
SELECT month, close_usd FROM monthly_stock_prices
