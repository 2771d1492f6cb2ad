-- ---
-- name: Wealth and health
-- description: Income against life expectancy of each country; the bubbles are populations
-- type: chart
-- gridData: { w: 40, h: 18 }
-- source: Gapminder
-- figure:                         # a whole figure, as Plotly has it; $column stands for values
--   data:
--     - $each: region             # a trace for each region
--       type: scatter
--       mode: markers
--       x: $income_per_person_usd
--       y: $life_expectancy_years
--       text: $country
--       customdata: $population
--       marker: { size: $diameter, opacity: 0.75 }
--       hovertemplate: "<b>%{text}</b><br>%{y:.1f} years, $%{x:,.0f}<br>%{customdata:,} people"
--   layout:
--     xaxis: { type: log, dtick: D2, title: { text: Income per person in a year }, tickprefix: $ }
--     yaxis: { title: { text: Years of life } }
-- ---
-- The area of a bubble goes with the population, so its diameter goes with the root.
SELECT   country, replace(region, '_', ' ') AS region, income_per_person_usd, life_expectancy_years, population,
         (4 + sqrt(population) / 600)::numeric(6, 2) AS diameter
FROM     country_health_income
ORDER BY region, population DESC
