-- ---
-- name: Ids and years
-- ---
SELECT 7 AS id, 8 AS account_id, CAST(9 AS bigint) AS customer_id, 2024 AS year, 2025 AS fiscal_year,
       2026 AS years, 10 AS idea, 'US0378331005' AS isin, '037833100' AS cusip, 1 AS "Eps", 2 AS "closeUsd"
