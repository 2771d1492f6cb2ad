-- ---
-- params:
--   - paramName: account
--     lookup: accounts_of_agency
-- ---
SELECT account, fiscal_year FROM us_federal_receipts WHERE account_code = :account
