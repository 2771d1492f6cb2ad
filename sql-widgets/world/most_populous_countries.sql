-- The ten countries with the most people.
SELECT   country, region, population
FROM     country_health_income
ORDER BY population DESC, country
LIMIT    10
