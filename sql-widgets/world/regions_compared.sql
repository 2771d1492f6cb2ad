-- ---
-- name: Regions compared
-- description: Life expectancy and income of each region, counted by people and by countries
-- gridData: { w: 40, h: 8 }
-- source: Gapminder
-- columns:
--   region: { pinned: left, width: 220 }
--   people: { headerName: People, suffix: " mn", decimalPlaces: 0 }
--   life_of_people: { headerName: Life expectancy,
--     headerTooltip: Average over all people, suffix: " years", decimalPlaces: 1 }
--   life_of_countries: { headerName: Life expectancy by country,
--     headerTooltip: "Average over all countries, large or small",
--     suffix: " years", decimalPlaces: 1 }
--   income_of_people: { headerName: Income, prefix: "$", decimalPlaces: 0 }
--   income_of_countries: { headerName: Income by country, prefix: "$", decimalPlaces: 0 }
-- ---
-- An average over people weighs each country by its population. The names of the regions are the
-- labels of the lookup: what the dropdown shows and what the table shows cannot drift apart.
SELECT   coalesce(o.label, c.region) AS region,
         count(*) AS countries,
         (sum(population) / 1000000.0)::numeric(8, 1) AS people,
         (sum(life_expectancy_years * population) / sum(population))::numeric(5, 2)
           AS life_of_people,
         avg(life_expectancy_years)::numeric(5, 2) AS life_of_countries,
         (sum(1.0 * income_per_person_usd * population) / sum(population))::numeric(10, 0)
           AS income_of_people,
         avg(income_per_person_usd)::numeric(10, 0) AS income_of_countries
FROM     country_health_income c
LEFT     JOIN sql_widgets.lookup_option o ON o.lookup = 'regions' AND o.value = c.region
GROUP BY c.region, o.label
ORDER BY life_of_people DESC, c.region
