-- ---
-- name: Income groups
-- description: How many countries and people live on how much, and how long
-- gridData: { w: 24, h: 8 }
-- source: Gapminder
-- params:
--   - paramName: groups
--     type: text
--     label: Groups
--     multiSelect: true           # with fixed options: any other value is refused
--     value: low,lower_middle,upper_middle,high
--     options:
--       - { label: "Low: below $3,000", value: low }
--       - { label: "Lower middle: below $10,000", value: lower_middle }
--       - { label: "Upper middle: below $25,000", value: upper_middle }
--       - { label: High, value: high }
-- columns:
--   income_group: { pinned: left }
--   people: { suffix: " mn", decimalPlaces: 0 }
--   share: { headerName: Share of all people, formatterFn: normalizedPercent, decimalPlaces: 1 }
--   life: { headerName: Life expectancy, suffix: " years", decimalPlaces: 1 }
-- ---
-- The share is of all people, so it is taken before the groups are chosen.
WITH grouped AS (
  SELECT CASE WHEN income_per_person_usd < 3000 THEN 'low'
              WHEN income_per_person_usd < 10000 THEN 'lower_middle'
              WHEN income_per_person_usd < 25000 THEN 'upper_middle'
              ELSE 'high' END AS income_group,
         income_per_person_usd, life_expectancy_years, population,
         sum(population) OVER () AS world
  FROM   country_health_income
)
SELECT   income_group,
         count(*) AS countries,
         (sum(population) / 1000000.0)::numeric(8, 1) AS people,
         (1.0 * sum(population) / max(world))::numeric(6, 4) AS share,
         (sum(life_expectancy_years * population) / sum(population))::numeric(5, 2) AS life
FROM     grouped
WHERE    income_group IN (:groups)
GROUP BY income_group
ORDER BY min(income_per_person_usd)
