-- ---
-- name: Unemployment by industry
-- description: Unemployed persons and unemployment rate of each industry in one month
-- gridData: { w: 24, h: 13 }
-- params:
--   - paramName: month
--     label: Month
--     lookup: unemployment_months
--     value: 2010-02-01
--     sqlType: date               # a dropdown sends text; this says what the text is
-- columns:
--   industry: { pinned: left, width: 220 }
--   unemployed_thousands: { headerName: "Unemployed, thousands" }
--   rate_percent: { headerName: Rate, formatterFn: percent, decimalPlaces: 1 }
--   share: { headerName: Share of all, formatterFn: normalizedPercent, decimalPlaces: 1 }
-- ---
-- sum() OVER () is the total of all rows, beside each row.
SELECT   industry,
         rate_percent,
         unemployed_thousands,
         (1.0 * unemployed_thousands / sum(unemployed_thousands) OVER ())::numeric(6, 4) AS share
FROM     unemployment_by_industry
WHERE    month = :month
ORDER BY rate_percent DESC, industry
