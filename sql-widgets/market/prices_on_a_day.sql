-- ---
-- name: Prices on a day
-- description: What each stock cost on a day of your choice, by the last price known then
-- params:
--   - paramName: on_day
--     type: date
--     label: Day
--     required: true              # there is no sensible default: without a day the widget says so
-- columns:
--   close_usd: { headerName: Close, prefix: "$", decimalPlaces: 2 }
-- ---
-- DISTINCT ON keeps the first row of each symbol in the order given: the latest month.
SELECT   DISTINCT ON (symbol) symbol, month, close_usd
FROM     monthly_stock_prices
WHERE    month <= :on_day
ORDER BY symbol, month DESC
