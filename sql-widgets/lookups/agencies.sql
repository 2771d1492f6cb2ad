-- ---
-- description: Agencies that collect federal receipts, the largest first
-- ---
SELECT   agency AS value
FROM     us_federal_receipts
GROUP BY agency
ORDER BY sum(receipts_thousands_usd) DESC, agency
