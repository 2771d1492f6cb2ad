SELECT symbol AS " " FROM monthly_stock_prices
