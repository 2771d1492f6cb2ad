-- ---
-- name: Country card
-- description: One country in a few sentences
-- type: markdown
-- gridData: { w: 16, h: 8 }
-- source: Gapminder
-- params:
--   - - paramName: region
--       label: Region
--       description: Shortens the list of countries
--       lookup: regions
--       value: europe_central_asia
--     - paramName: country
--       label: Country
--       lookup: countries         # depends on region
--       value: Norway
-- columns:
--   income_per_person_usd: { prefix: "$" }
--   life_expectancy_years: { decimalPlaces: 1 }
-- template: |
--   ## {{country}}
--
--   **{{population}}** people live here, on average **{{life_expectancy_years}}** years,
--   from **{{income_per_person_usd}}** a year.
--
--   In life expectancy that is place {{life_rank}}, in income place {{income_rank}}
--   of {{countries}} countries.
-- expect:
--   - rows: 1
--   - params: { country: Atlantis }
--     rows: 0
-- ---
-- The places are counted among all countries first; only then one country is taken.
SELECT   country, population, life_expectancy_years, income_per_person_usd,
         life_rank, income_rank, countries
FROM     (SELECT c.*,
                 rank() OVER (ORDER BY life_expectancy_years DESC) AS life_rank,
                 rank() OVER (ORDER BY income_per_person_usd DESC) AS income_rank,
                 count(*) OVER () AS countries
          FROM   country_health_income c) ranked
WHERE    country = :country
