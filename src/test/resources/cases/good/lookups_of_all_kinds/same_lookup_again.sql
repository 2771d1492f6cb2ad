-- ---
-- params:
--   - { paramName: agency, lookup: agencies }
-- ---
SELECT account FROM us_federal_receipts WHERE agency = :agency
