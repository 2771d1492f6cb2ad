-- ---
-- params:
--   - { paramName: year, type: text, sqlType: integer, value: 2014 }
--   - { paramName: since, type: date, sqlType: timestamp, value: 2024-01-31T12:30 }
--   - { paramName: agency, type: text, sqlType: Text }
-- ---
SELECT account FROM us_federal_receipts WHERE fiscal_year = :year AND agency = :agency AND CURRENT_TIMESTAMP > :since
