-- ---
-- name: Receipts over time
-- description: Receipts of each fiscal year, of one category or of all
-- source: OMB, budget 2016
-- params:
--   - paramName: category
--     label: Category
--     description: Empty shows all categories together
--     lookup: receipt_categories  # a query kept in the table sql_widgets.lookup
--   - paramName: estimates
--     type: boolean
--     label: With estimates
--     value: true
-- columns:
--   fiscal_year: { chartDataType: category }   # the x axis, not a series
--   billion_usd: { headerName: Receipts, prefix: "$", suffix: " bn", decimalPlaces: 1 }
--   estimate: { headerTooltip: 2015 and later are estimates of the 2016 budget }
-- data:
--   table:
--     chartView:
--       chartType: column
--       cellRangeCols: { column: [fiscal_year, billion_usd] }
-- ---
-- An optional filter: without a category the first half is true and every row passes.
SELECT   fiscal_year,
         (sum(receipts_thousands_usd) / 1000000.0)::numeric(10, 1) AS billion_usd,
         fiscal_year > 2014 AS estimate
FROM     us_federal_receipts
WHERE    (:category IS NULL OR category = :category)
AND      (:estimates OR fiscal_year <= 2014)
GROUP BY fiscal_year
ORDER BY fiscal_year
