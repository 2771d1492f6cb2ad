-- ---
-- name: Industry trend
-- description: Unemployment rate of one industry, month by month, beside another one
-- params:
--   - - paramName: sector
--       type: text
--       label: Sector
--       value: goods
--       options:                  # a short list that never changes can stand right here
--         - { label: Goods, value: goods }
--         - { label: Services, value: services }
--         - { label: Public and own account, value: public_and_own }
--     - paramName: industry
--       label: Industry
--       lookup: sector_industries # rows in sql_widgets.lookup_option, a set for each sector
--       value: Manufacturing
--     - paramName: compared_with
--       label: Compared with
--       value: Construction
--       optionsQuery: |           # a lookup for this param alone
--         SELECT DISTINCT industry AS value
--         FROM   unemployment_by_industry
--         ORDER  BY value
-- columns:
--   month: { pinned: left }
--   rate: { headerName: Rate, formatterFn: percent, decimalPlaces: 1 }
--   other_rate: { headerName: Compared rate, formatterFn: percent, decimalPlaces: 1 }
-- data:
--   table:
--     chartView:
--       enabled: true
--       chartType: line
--       cellRangeCols: { line: [month, rate, other_rate] }
-- ---
-- Choosing a sector only changes the dropdown of industries: no placeholder of this query.
SELECT   month,
         max(rate_percent) FILTER (WHERE industry = :industry) AS rate,
         max(rate_percent) FILTER (WHERE industry = :compared_with) AS other_rate
FROM     unemployment_by_industry
WHERE    industry IN (:industry, :compared_with)
GROUP BY month
ORDER BY month
