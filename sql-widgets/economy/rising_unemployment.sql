-- ---
-- name: Rising unemployment
-- description: Industries whose rate rose by at least so many points within a year
-- params:
--   - - paramName: month
--       label: Month
--       lookup: unemployment_months
--       value: 2010-02-01
--       sqlType: date
--     - paramName: at_least
--       type: number
--       label: Points at least
--       value: 2
--       nullable: true            # an emptied box means no limit, not the default again
-- columns:
--   industry: { width: 220 }
--   rate_before: { headerName: A year before, formatterFn: percent, decimalPlaces: 1 }
--   rate: { formatterFn: percent, decimalPlaces: 1 }
--   points:
--     headerName: Change
--     suffix: " points"
--     decimalPlaces: 1
--     renderFn: columnColor
--     renderFnParams:
--       colorRules:
--         - { condition: gte, value: 5, color: red, fill: true }
--         - { condition: gt, value: 0, color: red }
--         - { condition: lt, value: 0, color: green }
-- ---
-- The table is joined to itself: "this" is the chosen month, "before" the one a year earlier.
SELECT   this.industry,
         before.rate_percent AS rate_before,
         this.rate_percent AS rate,
         this.rate_percent - before.rate_percent AS points
FROM     unemployment_by_industry this
JOIN     unemployment_by_industry before
         ON  before.industry = this.industry
         AND before.month = this.month - interval '1' year
WHERE    this.month = :month
AND      (:at_least IS NULL OR this.rate_percent - before.rate_percent >= :at_least)
ORDER BY points DESC, industry
