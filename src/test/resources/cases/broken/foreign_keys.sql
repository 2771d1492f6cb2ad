-- ---
-- title: Prices
-- query: SELECT 1
-- limit: 100
-- chartView: { enabled: true }
-- w: 20
-- imgUrl: https://example.com/a.png
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
