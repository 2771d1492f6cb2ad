-- ---
-- description: Accounts of the chosen agency, the largest first
-- ---
-- The placeholder names another param of the widget: this dropdown depends on "agency".
SELECT   account_code AS value,
         min(account) AS label,
         account_code AS right_of_description
FROM     us_federal_receipts
WHERE    agency = :agency
GROUP BY account_code
ORDER BY sum(receipts_thousands_usd) DESC, account_code
