-- ---
-- columns:
--   symbol:
--     renderFn: cellOnClick
--     renderFnParams: { actionType: groupBy }
--   month:
--     renderFn: cellOnClick
--     renderFnParams: { actionType: sendToAgent }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
