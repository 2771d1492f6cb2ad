-- ---
-- name: Countries
-- description: Income, life expectancy and population of the countries of the chosen regions
-- gridData: { w: 24, h: 14 }
-- source: Gapminder
-- params:
--   - - paramName: regions
--       label: Regions
--       lookup: regions           # rows in the table sql_widgets.lookup_option: edit them there
--       multiSelect: true
--       value: [south_asia, east_asia_pacific]
--     - paramName: order_by
--       type: text
--       label: Order by
--       value: income
--       options:
--         - { label: Income, value: income }
--         - { label: Life expectancy, value: life }
--         - { label: Population, value: population }
-- columns:
--   country: { pinned: left }
--   region: { hide: true }
--   income_per_person_usd: { headerName: Income per person, prefix: "$", decimalPlaces: 0 }
--   life_expectancy_years: { headerName: Life expectancy, suffix: " years", decimalPlaces: 1 }
-- ---
-- A param is always a value, never a piece of SQL. CASE turns the value into an order.
SELECT   country, region, income_per_person_usd, life_expectancy_years, population
FROM     country_health_income
WHERE    (:regions IS NULL OR region IN (:regions))
ORDER BY CASE :order_by WHEN 'income' THEN income_per_person_usd
                        WHEN 'life' THEN life_expectancy_years
                        ELSE population END DESC,
         country
