-- ---
-- columns:
--   close_usd:
--     renderFn: columnColor
--     renderFnParams:
--       colorRules:
--         - { condition: gt, value: 100, color: yellow }
--         - { condition: between, range: { min: 1 }, color: "#12345" }
--         - { condition: over, value: 5, color: red }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
