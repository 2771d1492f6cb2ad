-- ---
-- name: Receipts mix
-- description: Receipts of each fiscal year by category, one upon the other
-- type: chart-highcharts
-- gridData: { w: 40, h: 16 }
-- source: OMB, budget 2016
-- params:
--   - paramName: since
--     type: number
--     label: Since fiscal year
--     value: 1980
-- figure:                         # options of Highcharts; $each makes a series for each category
--   userOptions:
--     chart: { type: column }
--     plotOptions: { column: { stacking: normal, borderWidth: 0, pointPadding: 0, groupPadding: 0.1 } }
--     yAxis: { title: { text: Billion dollars } }
--     tooltip: { valuePrefix: $, valueSuffix: " bn", valueDecimals: 1 }
--     series:
--       - { $each: category, data: { $rows: [fiscal_year, billion_usd] } }
-- ---
-- Categories come in the order of their receipts over all years: the largest lies lowest.
SELECT   category, fiscal_year,
         (sum(receipts_thousands_usd) / 1000000.0)::numeric(10, 1) AS billion_usd
FROM     us_federal_receipts
WHERE    fiscal_year >= :since
GROUP BY category, fiscal_year
ORDER BY sum(sum(receipts_thousands_usd)) OVER (PARTITION BY category), category, fiscal_year
