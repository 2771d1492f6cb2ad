-- ---
-- params:
--   - { paramName: today, type: date, value: $currentDate }
--   - { paramName: upper, type: date, value: $CURRENTDATE-2B }
--   - { paramName: basic, type: date, value: 20240131 }
--   - { paramName: iso, type: date, value: "2024-01-31 10:00:00" }
--   - { paramName: leap, type: date, value: 2024-02-29 }
--   - { paramName: blanks, type: date, value: " 2024-02-01 " }
-- ---
SELECT symbol FROM monthly_stock_prices WHERE month IN (:today, :upper, :basic, :iso, :leap, :blanks)
