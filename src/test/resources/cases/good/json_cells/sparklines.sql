-- ---
-- columns:
--   prices: { sparkline: { type: line, options: { stroke: red, pointsOfInterest: { maximum: { fill: green } } } } }
--   symbol: { sparkline: { type: bar, dataField: other, options: { customFormatter: "x" } } }
--   other: { hide: true }
--   card: { renderFn: hoverCard, renderFnParams: { hoverCard: { cellField: value, title: Title, markdown: "{value}" } } }
--   both: { renderFn: [hoverCard, greenRed], sparkline: { type: area } }
-- ---
SELECT symbol, array_agg(close_usd) AS prices, array_agg(month) AS other,
       JSON '{"value":1}' AS card, JSON '[1,2]' AS both, JSON '[]' AS plain, ARRAY[1] AS list
FROM   monthly_stock_prices
GROUP  BY symbol
