-- ---
-- name: Receipts by category, as a ring
-- description: The share of each kind of receipts in one fiscal year
-- type: chart
-- gridData: { w: 20, h: 12 }
-- source: OMB, budget 2016
-- params:
--   - paramName: fiscal_year
--     label: Fiscal year
--     lookup: fiscal_years
--     value: 2014
--     sqlType: integer
-- figure: { kind: donut, labels: category, values: billion_usd }
-- ---
-- A slice cannot be negative: categories that paid more back than came in are left out.
SELECT   category, (sum(receipts_thousands_usd) / 1000000.0)::numeric(10, 1) AS billion_usd
FROM     us_federal_receipts
WHERE    fiscal_year = :fiscal_year
GROUP BY category
HAVING   sum(receipts_thousands_usd) > 0
ORDER BY billion_usd DESC, category
