-- ---
-- type: chart
-- raw: false
-- cache: 30s
-- ---
SELECT month, avg(close_usd)::numeric(9, 2) AS average FROM monthly_stock_prices GROUP BY month
