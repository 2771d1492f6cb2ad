-- ---
-- type: pdf
-- ---
SELECT symbol || '.pdf' AS filename, 'https://example.com/' || symbol AS url FROM monthly_stock_prices LIMIT 1
