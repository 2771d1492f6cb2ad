-- ---
-- columns:
--   close_usd: { decimalPlaces: 2 }
-- data:
--   table:
--     columnsDefs:
--       - { field: close_usd, headerName: Close }
--       - { field: month, headerName: Month }
--       - { field: month, headerName: Months }
--       - { headerName: Symbol }
--       - symbol
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
