-- ---
-- name: Receipts by agency
-- description: Agencies that brought in at least so many million dollars in one fiscal year
-- source: OMB, budget 2016
-- params:
--   - - paramName: fiscal_year
--       label: Fiscal year
--       lookup: fiscal_years
--       value: 2014
--       sqlType: integer
--     - paramName: at_least
--       type: number
--       label: Million dollars at least
--       value: 100
-- columns:
--   agency: { pinned: left, width: 320 }
--   million_usd: { headerName: Receipts, prefix: "$", suffix: " mn", decimalPlaces: 0 }
--   accounts: { headerTooltip: Accounts with receipts in that year }
-- expect:
--   - name: All agencies
--     params: { at_least: 0 }
--     unique: agency
--     notNull: [agency, million_usd]
--   - name: Only the large ones
--     params: { at_least: 100000 }
--     rows: { min: 1, max: 10 }
-- ---
-- WHERE filters rows, HAVING filters groups.
SELECT   agency,
         (sum(receipts_thousands_usd) / 1000.0)::numeric(12, 3) AS million_usd,
         count(*) AS accounts
FROM     us_federal_receipts
WHERE    fiscal_year = :fiscal_year
GROUP BY agency
HAVING   sum(receipts_thousands_usd) / 1000.0 >= :at_least
ORDER BY million_usd DESC, agency
