-- ---
-- name: Price history
-- description: Monthly closing price of one stock
-- params:
--   - - paramName: symbol         # a list in the list: three controls in one row
--       label: Stock
--       lookup: symbols           # options come from lookups/symbols.sql
--       value: AAPL
--     - paramName: from
--       type: date
--       value: 2003-01-01
--     - paramName: to
--       type: date
--       value: $currentDate       # today, whenever the widget is asked
-- columns:
--   month: { pinned: left }
--   close_usd: { headerName: Close, prefix: "$", decimalPlaces: 2 }
-- data:
--   table:
--     chartView:                  # open as a chart; the table is one click away
--       enabled: true
--       chartType: line
--       cellRangeCols: { line: [month, close_usd] }
-- expect:                         # "check" runs the query and holds its rows against this
--   - name: Apple since 2000
--     params: { symbol: AAPL, from: 2000-01-01 }
--     rows: { min: 100 }
--     unique: month
--     notNull: close_usd
--     values:
--       - { row: 1, column: month, is: 2000-01-01 }
--   - name: A stock that is not there
--     params: { symbol: NONE }
--     rows: 0
-- ---
-- :symbol, :from and :to are bound as values of the right type, never pasted into the text.
SELECT   month, close_usd
FROM     monthly_stock_prices
WHERE    symbol = :symbol
AND      month BETWEEN :from AND :to
ORDER BY month
