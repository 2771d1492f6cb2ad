-- ---
-- name: Price files
-- description: The prices of the stocks as files to look into, one for each stock
-- type: multi_file_viewer
-- params:
--   - paramName: stock
--     label: Stocks
--     lookup: symbols
--     multiSelect: true
--     roles: [fileSelector]       # Workspace shows this param as a list of files
--     value: [AAPL, IBM]
-- ---
-- The column named as the param says which of the chosen files a row is.
SELECT   symbol AS stock,
         symbol || '.csv' AS filename,
         'month,close_usd' || chr(10)
           || string_agg(CAST(month AS text) || ',' || close_usd, chr(10) ORDER BY month) AS content
FROM     monthly_stock_prices
WHERE    symbol IN (:stock)
GROUP BY symbol
ORDER BY symbol
