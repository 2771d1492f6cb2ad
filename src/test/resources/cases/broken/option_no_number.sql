-- ---
-- params:
--   - paramName: year
--     type: number
--     options: [2013, "2014", latest, 1e16]
-- ---
SELECT account FROM us_federal_receipts WHERE fiscal_year = :year
