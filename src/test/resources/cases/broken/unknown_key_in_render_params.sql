-- ---
-- columns:
--   close_usd:
--     renderFn: columnColor
--     renderFnParams:
--       colourRules: []
--       colorRules:
--         - { condition: gt, value: 100, color: green, bold: true }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
