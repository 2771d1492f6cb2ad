-- ---
-- name: Prices
-- categroy: Market
-- type: tabel
-- staleTime: 500
-- params:
--   - paramName: symbl
--     type: txt
-- columns:
--   close_usd: { decimalPlaces: 7 }
-- ---
SELECT month, clse_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
