-- ---
-- columns:
--   close_usd: { headername: Close, currency: USD }
-- ---
SELECT symbol, month, close_usd
FROM   monthly_stock_prices
ORDER  BY month
