-- ---
-- type: table
-- url: https://example.com
-- figure: { kind: line }
-- storage: { mcpUrl: https://example.com }
-- template: Hello {{name}}
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
