-- Months for which unemployment is known, latest first.
-- No header, and one column: it is value and label at once.
SELECT   DISTINCT month AS value
FROM     unemployment_by_industry
ORDER BY value DESC
