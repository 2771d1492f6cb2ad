-- ---
-- params:
--   - paramName: years
--     type: number
--     multiple: true
-- ---
SELECT account FROM us_federal_receipts WHERE fiscal_year IN (:years)
