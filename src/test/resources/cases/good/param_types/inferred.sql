-- ---
-- name: Inferred controls
-- ---
SELECT account, receipts_thousands_usd AS receipts
FROM   us_federal_receipts
WHERE  fiscal_year = :fiscal_year AND agency = :agency AND receipts_thousands_usd >= :at_least
AND    (:category IS NULL OR category = :category)
