-- ---
-- name: Unemployed over time
-- description: Unemployed persons of each industry, stacked, month by month
-- type: chart-vegalite
-- gridData: { w: 40, h: 18 }
-- params:
--   - paramName: normalized
--     type: boolean
--     label: As shares
--     value: false
-- figure:                         # a Vega-Lite specification; the rows are its data
--   mark: { type: area, tooltip: true }
--   encoding:
--     x: { field: month, type: temporal, title: null }
--     y: { field: unemployed, type: quantitative, stack: zero, title: Thousand persons or percent }
--     color: { field: industry, type: nominal, title: null, scale: { scheme: tableau20 } }
-- ---
SELECT   month, industry,
         (CASE WHEN :normalized
               THEN 100.0 * unemployed_thousands / sum(unemployed_thousands) OVER (PARTITION BY month)
               ELSE unemployed_thousands END)::numeric(12, 2) AS unemployed
FROM     unemployment_by_industry
ORDER BY month, industry
