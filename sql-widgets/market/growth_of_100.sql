-- ---
-- name: Growth of 100 dollars
-- description: What 100 dollars, put into each stock on the same day, have become
-- params:
--   - paramName: tickers
--     type: text
--     label: Symbols
--     description: As many symbols as you like
--     multiple: true              # own values instead of options; arrives as one list
--     value: AAPL,IBM
--   - paramName: from
--     type: date
--     value: 2003-01-01
-- columns:
--   month: { pinned: left }
--   worth_usd: { headerName: Worth, prefix: "$", decimalPlaces: 2 }
-- ---
-- first_value() puts the price of the first day beside the price of every day.
SELECT   month, symbol,
         (100 * close_usd / first_value(close_usd) OVER (PARTITION BY symbol ORDER BY month))
           ::numeric(10, 2) AS worth_usd
FROM     monthly_stock_prices
WHERE    symbol IN (:tickers)
AND      month >= :from
ORDER BY month, symbol
