-- ---
-- type: chart-highcharts
-- figure: { userOptions: { series: [{ data: [1, 2] }] } }
-- ---
SELECT month, close_usd FROM monthly_stock_prices
