-- ---
-- name: The month in words
-- description: The industries with the highest unemployment rate in one month, as text
-- type: markdown
-- gridData: { w: 16, h: 8 }
-- params:
--   - paramName: month
--     label: Month
--     lookup: unemployment_months
--     value: 2010-02-01
--     sqlType: date
-- template: |
--   Month from {{month}}: **{{industry}}** had the highest unemployment rate.
--
--   {{#rows}}
--   1. {{industry}}: {{rate_percent}} percent, {{unemployed_thousands}} thousand persons
--   {{/rows}}
-- ---
-- Equal rates are put in order by name, so that the same question has one answer.
SELECT   industry, month, rate_percent, unemployed_thousands
FROM     unemployment_by_industry
WHERE    month = :month
ORDER BY rate_percent DESC, industry
LIMIT    5
