-- ---
-- name: Best and worst months
-- description: The largest gains or losses of all stocks in a single month
-- params:
--   - paramName: which
--     type: tabs
--     label: Show
--     value: worst
--     options:
--       - { label: Best, value: best }
--       - { label: Worst, value: worst }
--   - paramName: how_many
--     type: number
--     label: How many
--     value: 10
-- columns:
--   rank: { headerName: "#", width: 60 }
--   monthly_return:
--     headerName: Return
--     formatterFn: normalizedPercent
--     decimalPlaces: 1
--     renderFn: greenRed
-- ---
-- One query, two orders: the sign decides. Month and symbol settle the order of equal returns.
WITH returns AS (
  SELECT symbol, month,
         (close_usd / lag(close_usd) OVER (PARTITION BY symbol ORDER BY month) - 1)::numeric(8, 4)
           AS monthly_return
  FROM   monthly_stock_prices
), ranked AS (
  SELECT symbol, month, monthly_return,
         row_number() OVER (
           ORDER BY CASE WHEN :which = 'worst' THEN 1 ELSE -1 END * monthly_return, month, symbol
         ) AS rank
  FROM   returns
  WHERE  monthly_return IS NOT NULL
)
SELECT   rank, symbol, month, monthly_return
FROM     ranked
WHERE    rank <= :how_many
ORDER BY rank
