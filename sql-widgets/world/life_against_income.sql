-- ---
-- name: Life against income
-- description: Countries that live longer, or shorter, than other countries of like income
-- gridData: { w: 24, h: 14 }
-- source: Gapminder
-- params:
--   - - paramName: side
--       type: tabs
--       label: Show
--       value: longer
--       options:
--         - { label: Longer, value: longer }
--         - { label: Shorter, value: shorter }
--     - paramName: how_many
--       type: number
--       label: How many
--       value: 12
-- columns:
--   country: { pinned: left }
--   income_per_person_usd: { headerName: Income per person, prefix: "$" }
--   life_expectancy_years: { headerName: Life expectancy, decimalPlaces: 1 }
--   like_income: { headerName: Of like income, decimalPlaces: 1,
--     headerTooltip: Average of the tenth of all countries with the nearest income }
--   difference: { suffix: " years", decimalPlaces: 1, renderFn: greenRed }
-- ---
-- ntile(10) cuts the countries, ordered by income, into ten equal parts.
WITH tenths AS (
  SELECT c.*, ntile(10) OVER (ORDER BY income_per_person_usd, country) AS tenth
  FROM   country_health_income c
), compared AS (
  SELECT country, income_per_person_usd, life_expectancy_years,
         (avg(life_expectancy_years) OVER (PARTITION BY tenth))::numeric(5, 2) AS like_income
  FROM   tenths
)
SELECT   country, income_per_person_usd, life_expectancy_years, like_income,
         life_expectancy_years - like_income AS difference
FROM     compared
ORDER BY CASE :side WHEN 'longer' THEN like_income - life_expectancy_years
                    ELSE life_expectancy_years - like_income END,
         country
LIMIT    :how_many
