-- ---
-- columns:
--   account_code: { formatterFn: none }
--   receipts: { cellDataType: text }
--   fiscal_year: { cellDataType: text, chartDataType: time }
--   day: { cellDataType: dateString }
--   flag: { chartDataType: series }
-- ---
SELECT account_code, receipts_thousands_usd AS receipts, fiscal_year, CURRENT_DATE AS day, fiscal_year > 2000 AS flag FROM us_federal_receipts
