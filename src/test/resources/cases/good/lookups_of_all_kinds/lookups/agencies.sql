-- ---
-- description: Agencies
-- cache: 1h
-- datasource: widgets
-- ---
SELECT DISTINCT agency FROM us_federal_receipts
