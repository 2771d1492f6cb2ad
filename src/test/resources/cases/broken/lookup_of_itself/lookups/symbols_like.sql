SELECT DISTINCT symbol AS value FROM monthly_stock_prices WHERE symbol LIKE :symbol
