-- ---
-- mcp_tool: { mcp_server: prices }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
