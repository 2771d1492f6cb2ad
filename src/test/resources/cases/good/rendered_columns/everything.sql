-- ---
-- params:
--   - { paramName: symbol, type: text }
-- columns:
--   symbol: { renderFnParams: { groupBy: { paramName: symbol, valueField: symbol, forceUpdate: true } } }
--   close_usd: { headerName: Close, renderFnParams: { hoverCard: { title: When, markdown: "{value} in {month}" }, colorValueKey: symbol, colorRules: [ { condition: eq, value: IBM, color: blue } ] } }
--   month: { hide: true, renderFn: [greenRed], renderFnParams: { colorRules: [ { condition: between, range: { min: 1, max: 2 }, color: "#abc", fill: true } ] } }
--   trend: { sparkline: { type: bar, options: { fill: red } } }
--   both: { renderFnParams: { actionType: groupBy, groupBy: { paramName: symbol }, sendToAgent: { markdown: "{symbol}" } } }
-- ---
SELECT symbol, close_usd, month, ARRAY[1, 2] AS trend, 1 AS both
FROM   monthly_stock_prices
