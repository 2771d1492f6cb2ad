-- ---
-- params:
--   - paramName: year
--     type: number
--     language: sql
--   - paramName: agency
--     type: text
--     language: SQL
-- ---
SELECT account FROM us_federal_receipts WHERE fiscal_year = :year AND agency = :agency
