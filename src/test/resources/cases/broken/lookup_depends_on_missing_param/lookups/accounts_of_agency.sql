SELECT DISTINCT account_code AS value, account AS label
FROM   us_federal_receipts
WHERE  agency = :agency
