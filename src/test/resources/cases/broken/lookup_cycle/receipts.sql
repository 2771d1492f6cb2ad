-- ---
-- params:
--   - paramName: agency
--     lookup: agencies_of_account
--   - paramName: account
--     lookup: accounts_by_agency
-- ---
SELECT account, fiscal_year FROM us_federal_receipts
WHERE agency = :agency AND account_code = :account
