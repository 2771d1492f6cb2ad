-- ---
-- type: html
-- gridData: { w: 12, h: 6 }
-- ---
SELECT '<b>' || symbol || '</b>' AS page FROM monthly_stock_prices WHERE symbol = :symbol LIMIT 1
