-- ---
-- name: Rate heat map
-- description: Unemployment rate of each industry by quarter, red where it is high
-- gridData: { w: 24, h: 16 }
-- params:
--   - paramName: year
--     type: number
--     label: Year
--     value: 2009
-- columns:
--   industry: { pinned: left, width: 220 }
--   q1: &heat
--     formatterFn: percent
--     decimalPlaces: 1
--     renderFn: columnColor
--     renderFnParams:
--       colorRules:
--         - { condition: gte, value: 12, color: "#b30000", fill: true }
--         - { condition: gte, value: 8, color: "#e34a33", fill: true }
--         - { condition: gte, value: 5, color: "#fc8d59", fill: true }
--         - { condition: lt, value: 5, color: "#31a354", fill: true }
--   q2: *heat                     # the same settings again, without writing them again
--   q3: *heat
--   q4: *heat
-- ---
-- FILTER turns rows into columns: one aggregate for each quarter.
WITH quarters AS (
  SELECT industry,
         avg(rate_percent) FILTER (WHERE extract(quarter FROM month) = 1) AS q1,
         avg(rate_percent) FILTER (WHERE extract(quarter FROM month) = 2) AS q2,
         avg(rate_percent) FILTER (WHERE extract(quarter FROM month) = 3) AS q3,
         avg(rate_percent) FILTER (WHERE extract(quarter FROM month) = 4) AS q4
  FROM   unemployment_by_industry
  WHERE  extract(year FROM month) = :year
  GROUP  BY industry
)
SELECT   industry,
         q1::numeric(4, 1) AS q1,
         q2::numeric(4, 1) AS q2,
         q3::numeric(4, 1) AS q3,
         q4::numeric(4, 1) AS q4
FROM     quarters
ORDER BY q1 DESC NULLS LAST, industry
