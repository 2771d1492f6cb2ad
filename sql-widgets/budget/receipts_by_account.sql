-- ---
-- name: Receipts by account
-- description: Accounts of one agency with their receipts, year by year
-- gridData: { w: 40, h: 16 }
-- source: OMB, budget 2016
-- maxRows: 3000                   # more rows than that are an error, never a silent cut
-- timeout: 10s
-- params:
--   - - paramName: agency
--       label: Agency
--       lookup: agencies
--       value: Department of the Treasury
--     - paramName: account
--       label: Account
--       description: Empty shows all accounts of the agency
--       lookup: agency_accounts   # depends on agency: its query has the placeholder :agency
--     - paramName: search
--       type: text
--       label: Name contains
--       placeholder: e.g. tax
-- columns:
--   account_code: { headerName: Code, pinned: left, width: 90 }
--   account: { width: 420 }
--   million_usd:
--     headerName: Receipts
--     prefix: "$"
--     suffix: " mn"
--     decimalPlaces: 1
--     renderFn: greenRed
-- ---
-- Two optional clauses: each is part of the query only when its param has a value. Negative receipts are money paid back; greenRed shows them in red.
SELECT   account_code, account, category, fiscal_year,
         (receipts_thousands_usd / 1000.0)::numeric(12, 3) AS million_usd
FROM     us_federal_receipts
WHERE    agency = :agency
/*[ AND  account_code = :account ]*/
/*[ AND  position(lower(:search) IN lower(account)) > 0 ]*/
ORDER BY account_code, fiscal_year DESC
