SELECT DISTINCT account_code AS value, account AS label, category AS description, subcategory AS right_of_description FROM us_federal_receipts WHERE agency = :agency
