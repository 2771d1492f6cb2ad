SELECT CAST(value AS integer) AS value FROM (VALUES ('x')) AS v (value)
