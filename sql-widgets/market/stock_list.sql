-- ---
-- name: Stocks
-- description: First and last price of all stocks; a click on a symbol shows it in the whole app
-- gridData: { w: 24, h: 8 }
-- params:
--   - paramName: symbol           # no placeholder: it is here to be set by the click
--     label: Stock
--     lookup: symbols
--     value: AAPL
-- columns:
--   symbol:
--     pinned: left
--     renderFn: cellOnClick
--     renderFnParams:
--       actionType: groupBy
--       groupBy: { paramName: symbol, valueField: symbol }
--   first_month: { headerName: Since }
--   first_close: { prefix: "$", decimalPlaces: 2 }
--   last_close: { prefix: "$", decimalPlaces: 2 }
--   growth: { formatterFn: normalizedPercent, decimalPlaces: 0, renderFn: greenRed }
-- ---
SELECT   symbol,
         first_month,
         max(close_usd) FILTER (WHERE month = first_month) AS first_close,
         max(close_usd) FILTER (WHERE month = last_month) AS last_close,
         (max(close_usd) FILTER (WHERE month = last_month)
           / max(close_usd) FILTER (WHERE month = first_month) - 1)::numeric(8, 4) AS growth
FROM     (SELECT symbol, month, close_usd,
                 min(month) OVER (PARTITION BY symbol) AS first_month,
                 max(month) OVER (PARTITION BY symbol) AS last_month
          FROM   monthly_stock_prices) p
GROUP BY symbol, first_month
ORDER BY symbol
