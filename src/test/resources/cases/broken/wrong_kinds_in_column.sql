-- ---
-- columns:
--   symbol: Symbol
--   month: { headerName: [Month], hide: 1 }
--   close_usd: { width: wide, decimalPlaces: two, pinned: top }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
