-- ---
-- type: chart-highcharts
-- figure: { series: [{ data: $close_usd }] }
-- ---
SELECT month, close_usd FROM monthly_stock_prices
