-- ---
-- params:
--   - paramName: year
--     value: 2014.5
-- ---
SELECT account, receipts_thousands_usd FROM us_federal_receipts WHERE fiscal_year = :year
