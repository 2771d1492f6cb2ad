-- ---
-- columns:
--   symbol:
--     renderFn: cellOnClick
--     renderFnParams: { actionType: openUrl }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
