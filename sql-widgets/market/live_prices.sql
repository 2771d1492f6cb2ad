-- ---
-- name: Live prices
-- description: The last known prices, made to swing up and down with the clock by up to two percent. A demonstration, not a market
-- type: live_grid
-- interval: 1s                    # how often the database is asked, once for all who look
-- gridData: { w: 20, h: 9 }
-- data: { wsRowIdColumn: symbol } # which column tells the rows apart
-- columns:
--   symbol: { headerName: Stock, pinned: left }
--   price_usd: { headerName: Price, prefix: "$", decimalPlaces: 2, renderFn: showCellChange }
--   swing_percent: { headerName: Swing, formatterFn: percent, decimalPlaces: 2, renderFn: greenRed }
-- ---
-- Each stock moves at a pace of its own: only the rows that have changed are sent.
WITH last_prices AS (
  SELECT symbol, close_usd, row_number() OVER (ORDER BY symbol) AS place
  FROM   monthly_stock_prices
  WHERE  month = (SELECT max(month) FROM monthly_stock_prices)
), swings AS (
  SELECT symbol, close_usd,
         2 * sin(floor(extract(epoch FROM current_timestamp) / (place + 1)) + place) AS swing
  FROM   last_prices
)
SELECT   symbol,
         (close_usd * (1 + swing / 100))::numeric(12, 2) AS price_usd,
         swing::numeric(5, 2) AS swing_percent
FROM     swings
ORDER BY symbol
