SELECT DISTINCT agency AS value FROM us_federal_receipts WHERE account_code = :account
