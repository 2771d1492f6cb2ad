-- ---
-- columns:
--   symbol:
--     renderFn: cellOnClick
--     renderFnParams:
--       actionType: groupBy
--       groupBy:
--         paramName: symbl
--         valueField: symbols
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
