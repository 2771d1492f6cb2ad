SELECT symbol
FROM   monthly_stock_prices
WHERE  (close_usd > 0 /*[ AND symbol = :symbol) ]*/ /*[ ; DELETE FROM x WHERE a = :a ]*/
