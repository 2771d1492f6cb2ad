-- ---
-- name: 2024
-- description: [a, b]
-- publish: "yes"
-- runButton: 1
-- source: { name: OMB }
-- gridData: 20x12
-- params: symbol
-- columns: [close_usd]
-- data: table
-- timeout: 10
-- maxRows: many
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
