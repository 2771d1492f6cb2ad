-- ---
-- description: Countries of the chosen region, or of the world when none is chosen
-- ---
SELECT   country AS value
FROM     country_health_income
/*[ WHERE region = :region ]*/
ORDER BY country
