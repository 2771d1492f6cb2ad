-- ---
-- params:
--   - paramName: years
--     type: number
--     multiple: true
--     value: [2013, 2014]
-- ---
SELECT account FROM us_federal_receipts WHERE fiscal_year IN (:years)
