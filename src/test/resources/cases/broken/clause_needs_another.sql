SELECT symbol
FROM   monthly_stock_prices
/*[ WHERE symbol = :symbol ]*/
/*[ AND month >= :from ]*/
