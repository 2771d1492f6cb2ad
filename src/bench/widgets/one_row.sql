-- ---
-- name: Metric
-- ---
-- One row: the latest close of one symbol and its change against the trading day before.
SELECT symbol AS label, close AS value, close - previous_close AS delta
FROM (
    SELECT symbol, trade_date, close, lead(close) OVER (ORDER BY trade_date DESC) AS previous_close
    FROM (
        SELECT symbol, trade_date, close
        FROM prices
        WHERE symbol = :symbol
        ORDER BY trade_date DESC
        LIMIT 2
    ) AS last_two
) AS with_previous
ORDER BY trade_date DESC
LIMIT 1
