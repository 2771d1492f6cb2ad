-- ---
-- columns:
--   close_usd: { sparkline: { type: line } }
--   symbol: { sparkline: { type: pie, dataField: prices } }
--   month: { renderFn: hoverCard }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
