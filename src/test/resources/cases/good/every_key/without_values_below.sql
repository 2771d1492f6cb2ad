-- ---
-- gridData: { w: 20, h: 12, minW: }
-- params:
--   - { paramName: symbol, type: , label: , value: , options: , lookup: , show: , style: , required: }
-- columns:
--   close_usd: { headerName: , formatterFn: null, width: null, renderFnParams: }
-- data: { table: { chartView: , columnsDefs: , formatterFn: } }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
