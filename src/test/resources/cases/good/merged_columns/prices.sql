-- ---
-- columns:
--   symbol: { headerName: Stock, pinned: left }
--   month:
-- data:
--   table:
--     columnsDefs:
--       - { field: close_usd, headerName: Close, prefix: "$", decimalPlaces: 2, cellDataType: number }
--     showAll: false
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
