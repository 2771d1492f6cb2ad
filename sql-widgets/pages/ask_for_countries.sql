-- ---
-- name: Ask for countries
-- description: Type a part of a country's name, get its income, life expectancy and population
-- type: omni
-- ---
-- :prompt is what is typed into the widget; no other type of widget has it. Rows are answered as a
-- table, a single text as text.
SELECT   country, region, income_per_person_usd, life_expectancy_years, population
FROM     country_health_income
WHERE    lower(country) LIKE '%' || lower(:prompt) || '%'
ORDER BY country
LIMIT    50
