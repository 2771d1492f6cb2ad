SELECT 'a' AS value
