-- ---
-- columns:
--   symbol: { renderFnParams: { colorValueKey: closing, colorRules: [ { condition: gt, value: 1, color: red } ] } }
--   a: { renderFnParams: { hoverCard: {}, colorValueKey: b, colorRules: [ { condition: gt, value: 1, color: red } ] } }
--   close_usd: { renderFnParams: { hoverCard: { markdown: "{value} in {mnth}" } } }
--   month: { renderFnParams: { sendToAgent: { markdown: "Why {month} of {symbl}?" } } }
-- ---
SELECT symbol, close_usd, month, 1 AS a
FROM   monthly_stock_prices
