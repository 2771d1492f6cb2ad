-- ---
-- name: Great moves as news
-- description: The largest monthly moves of the five stocks, told as articles
-- type: newsfeed
-- params:
--   - paramName: at_least
--     type: number
--     label: At least %
--     value: 25
-- ---
-- Five columns make an article: title, date, author, excerpt and body. The body is Markdown.
SELECT   symbol || CASE WHEN change > 0 THEN ' rises ' ELSE ' falls ' END || abs(change) || ' percent' AS title,
         month AS date,
         'SQL Widgets' AS author,
         'From $' || before || ' to $' || close_usd AS excerpt,
         '**' || symbol || '** closed the month at **$' || close_usd || '**, after $' || before
           || ' the month before.' AS body
FROM     (SELECT symbol, month, close_usd, before,
                 round(100 * (close_usd - before) / before, 1) AS change
          FROM   (SELECT symbol, month, close_usd,
                         lag(close_usd) OVER (PARTITION BY symbol ORDER BY month) AS before
                  FROM   monthly_stock_prices) p
          WHERE  before > 0) c
WHERE    abs(change) >= :at_least
ORDER BY month DESC, symbol
