-- ---
-- params:
--   - paramName: symbol
--     style: { popupWidth: 2000 }
-- ---
SELECT month, close_usd
FROM   monthly_stock_prices
WHERE  symbol = :symbol
ORDER  BY month
