-- ---
-- name: Unemployment in bars
-- description: The unemployment rates of one month as a page, with a bar for each industry
-- type: html
-- raw: true                     # offers the rows behind the page, to people and to the AI
-- gridData: { w: 20, h: 14 }
-- params:
--   - paramName: month
--     label: Month
--     lookup: unemployment_months
--     value: 2010-02-01
--     sqlType: date
-- columns:
--   rate_percent: { decimalPlaces: 1 }
-- template: |
--   {{^rows}}<p class="faint">No figures for this month.</p>{{/rows}}
--   {{#month}}<h2>Month from {{month}}</h2>{{/month}}
--   <table>
--   {{#rows}}
--     <tr>
--       <td>{{industry}}</td>
--       <td class="number">{{rate_percent}} %</td>
--       <td style="width: 50%">
--         <div title="{{unemployed_thousands}} thousand persons"
--              style="background: var(--accent); height: 10px; width: {{share_of_highest}}%"></div>
--       </td>
--     </tr>
--   {{/rows}}
--   </table>
--   <p class="faint">{{count}} industries, {{sum.unemployed_thousands}} thousand persons</p>
-- ---
-- {{count}} and {{sum.column}} need no SQL. Values are escaped for the place where they stand; in a
-- style only numbers are accepted.
SELECT   industry, month, rate_percent, unemployed_thousands,
         round(100 * rate_percent / max(rate_percent) OVER (), 1) AS share_of_highest
FROM     unemployment_by_industry
WHERE    month = :month
ORDER BY rate_percent DESC, industry
