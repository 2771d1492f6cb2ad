-- ---
-- name: Unemployment headline
-- description: Unemployed persons and rate over all industries, and the change within a year
-- type: metric
-- gridData: { w: 16, h: 5 }
-- params:
--   - paramName: month
--     label: Month
--     lookup: unemployment_months
--     value: 2010-02-01
--     sqlType: date
-- columns:
--   unemployed: { headerName: Unemployed, suffix: " million", decimalPlaces: 1 }
--   rate: { headerName: Rate, formatterFn: percent, decimalPlaces: 1 }
-- ---
-- The rate of all is not the average of the rates: large industries weigh more. Unemployed divided
-- by rate gives the labour force of an industry, and those add up.
WITH totals AS (
  SELECT month,
         sum(unemployed_thousands) / 1000.0 AS millions,
         sum(unemployed_thousands) / sum(unemployed_thousands / rate_percent) AS rate
  FROM   unemployment_by_industry
  WHERE  rate_percent > 0
  GROUP  BY month
)
SELECT   this.millions::numeric(8, 1) AS unemployed,
         (this.millions - before.millions)::numeric(8, 1) AS unemployed_delta,
         this.rate::numeric(4, 1) AS rate,
         (this.rate - before.rate)::numeric(4, 1) AS rate_delta
FROM     totals this
LEFT     JOIN totals before ON before.month = this.month - interval '1' year
WHERE    this.month = :month
