SELECT DISTINCT account_code AS value FROM us_federal_receipts WHERE agency = :agency
