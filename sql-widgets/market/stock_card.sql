-- ---
-- name: Stock card
-- description: One stock year by year, as a text with a table
-- type: markdown
-- params:
--   - paramName: ticker
--     type: ticker                # OpenBB's own symbol search
--     label: Symbol
--     value: AAPL
-- columns:
--   low: { prefix: "$", decimalPlaces: 2 }
--   high: { prefix: "$", decimalPlaces: 2 }
--   last: { prefix: "$", decimalPlaces: 2 }
-- template: |
--   {{^rows}}
--   No prices for this symbol.
--   {{/rows}}
--   {{#symbol}}
--   ## {{symbol}}
--
--   | Year | Low | High | Last |
--   |---|---:|---:|---:|
--   {{/symbol}}
--   {{#rows}}
--   | {{year}} | {{low}} | {{high}} | {{last}} |
--   {{/rows}}
-- ---
-- {{#rows}} repeats for each row, {{^rows}} stands when there is none. Outside of both, {{symbol}}
-- is the first row's value, and {{#symbol}} stands when there is one. "columns" formats the values.
SELECT   symbol, year,
         min(close_usd) AS low,
         max(close_usd) AS high,
         max(close_usd) FILTER (WHERE month = last_month) AS last
FROM     (SELECT symbol, month, close_usd,
                 extract(year FROM month)::integer AS year,
                 max(month) OVER (PARTITION BY extract(year FROM month)) AS last_month
          FROM   monthly_stock_prices
          WHERE  symbol = upper(:ticker)) p
GROUP BY symbol, year
ORDER BY year
