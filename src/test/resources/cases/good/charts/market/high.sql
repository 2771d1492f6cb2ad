-- ---
-- type: chart-highcharts
-- figure:
--   constructorType: chart
--   userOptions:
--     xAxis: { categories: $symbol }
--     series: [{ type: bar, data: { $rows: { name: symbol, y: high } } }]
-- ---
SELECT symbol, max(close_usd) AS high FROM monthly_stock_prices GROUP BY symbol
