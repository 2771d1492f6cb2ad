-- ---
-- description: Fiscal years of the receipts, latest first
-- ---
SELECT   DISTINCT fiscal_year AS value,
         fiscal_year AS label,
         CASE WHEN fiscal_year > 2014 THEN 'estimate of the 2016 budget' END AS description
FROM     us_federal_receipts
ORDER BY value DESC
