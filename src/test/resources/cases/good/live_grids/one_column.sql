-- ---
-- type: live_grid
-- interval: 2s
-- data: { wsRowIdColumn: symbol }
-- columns:
--   price: { renderFn: showCellChange, enableCellChangeWs: true }
--   month: { enableCellChangeWs: false }
-- ---
SELECT symbol, month, close_usd AS price FROM monthly_stock_prices WHERE (:symbol IS NULL OR symbol = :symbol)
