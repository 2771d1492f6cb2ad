-- ---
-- type: metric
-- columns:
--   highest: { prefix: "$", decimalPlaces: 1, cellDataType: number, chartDataType: series }
-- ---
SELECT max(close_usd) AS highest, 1.5 AS highest_delta, count(*) AS months FROM monthly_stock_prices
