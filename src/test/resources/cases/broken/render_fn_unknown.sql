-- ---
-- columns:
--   close_usd: { renderFn: greenred }
--   month: { renderFn: [titlecase, columnColour] }
--   symbol: { renderFn: "titleCase,greenRed" }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
