-- ---
-- name: Price sheet
-- description: One stock year by year, as a document to print
-- type: pdf
-- params:
--   - paramName: symbol
--     label: Stock
--     lookup: symbols
--     value: AAPL
-- ---
-- A pdf widget wants a file: "filename", and "content" with its bytes (or "url" with its address).
-- Files are mostly kept in a table; this one is written by the query. What stands between stream
-- and endstream is always 2000 characters, so the numbers in the list at the end stay right.
SELECT   min(symbol) || '.pdf' AS filename,
         CAST('%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>
endobj
4 0 obj
<</Length 2000>>
stream
'
              || rpad('BT /F1 16 Tf 60 780 Td (' || min(symbol) || ') Tj /F1 12 Tf 0 -30 Td 18 TL'
                      || string_agg('(' || year || rpad('', 4, ' ') || 'low ' || low || ', high ' || high || ') Tj T*', ' ' ORDER BY year)
                      || ' ET', 2000, ' ')
              || '
endstream
endobj
5 0 obj
<</Type/Font/Subtype/Type1/BaseFont/Courier>>
endobj
xref
0 6
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
0000000105 00000 n 
0000000217 00000 n 
0000002267 00000 n 
trailer
<</Size 6/Root 1 0 R>>
startxref
2328
%%EOF
' AS bytea) AS content
FROM     (SELECT symbol, year, min(close_usd) AS low, max(close_usd) AS high
          FROM   (SELECT symbol, close_usd, extract(year FROM month)::integer AS year
                  FROM   monthly_stock_prices
                  WHERE  symbol = :symbol) p
          GROUP BY symbol, year) y
HAVING   count(*) > 0
