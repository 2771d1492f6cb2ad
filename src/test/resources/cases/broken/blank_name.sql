-- ---
-- name: " "
-- description: "\u00a0"
-- category: ""
-- subCategory: "  "
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
