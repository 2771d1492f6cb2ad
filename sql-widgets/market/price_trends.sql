-- ---
-- name: Price trends
-- description: The year's prices of each stock as a line, with its range, its last price and its change
-- gridData: { w: 24, h: 8 }
-- params:
--   - paramName: symbol           # no placeholder: it is here to be set by the click
--     label: Stock
--     lookup: symbols
--     value: AAPL
--   - { paramName: year, label: Year, type: number, value: 2009 }
-- columns:
--   symbol:
--     pinned: left
--     renderFnParams:
--       groupBy: { paramName: symbol, valueField: symbol }     # a click moves the other widgets
--   trend:
--     headerName: Prices
--     sparkline:
--       type: area
--       options: { stroke: "#1e90ff", pointsOfInterest: { maximum: { fill: green }, minimum: { fill: red } } }
--   last_close:
--     headerName: Last
--     renderFnParams:
--       hoverCard: { title: Range, markdown: "**{symbol}**, from {low} to {high} USD" }
--   low: { hide: true }           # only for the card
--   high: { hide: true }
--   change:
--     formatterFn: normalizedPercent
--     decimalPlaces: 1
--     renderFnParams:
--       colorRules:
--         - { condition: lt, value: 0, color: red }
--         - { condition: between, range: { min: 0, max: 0.25 }, color: "#c77700" }
--         - { condition: gt, value: 0.25, color: green, fill: true }
--   verdict:
--     renderFnParams:
--       hoverCard: { markdown: "{symbol} ended the year {value}. Click to ask why." }
--       colorValueKey: change     # another column decides about the colour
--       colorRules:
--         - { condition: lt, value: 0, color: red }
--         - { condition: gte, value: 0, color: green }
--       sendToAgent: { markdown: "Why did {symbol} end the year {verdict}?" }
-- ---
-- An array becomes the line; the card takes the columns that its text names.
SELECT   symbol,
         array_agg(close_usd ORDER BY month) AS trend,
         max(close_usd) FILTER (WHERE month = last_month) AS last_close,
         min(close_usd) AS low,
         max(close_usd) AS high,
         (max(close_usd) FILTER (WHERE month = last_month)
           / max(close_usd) FILTER (WHERE month = first_month) - 1)::numeric(8, 4) AS change,
         CASE WHEN max(close_usd) FILTER (WHERE month = last_month)
                 < max(close_usd) FILTER (WHERE month = first_month)
              THEN 'lower' ELSE 'higher' END AS verdict
FROM     (SELECT symbol, month, close_usd,
                 min(month) OVER (PARTITION BY symbol) AS first_month,
                 max(month) OVER (PARTITION BY symbol) AS last_month
          FROM   monthly_stock_prices
          WHERE  extract(year FROM month) = :year) p
GROUP BY symbol
ORDER BY symbol
