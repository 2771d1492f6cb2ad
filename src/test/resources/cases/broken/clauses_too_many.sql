SELECT symbol
FROM   monthly_stock_prices
WHERE  close_usd > 0
/*[ AND close_usd <> :p1 ]*/
/*[ AND close_usd <> :p2 ]*/
/*[ AND close_usd <> :p3 ]*/
/*[ AND close_usd <> :p4 ]*/
/*[ AND close_usd <> :p5 ]*/
/*[ AND close_usd <> :p6 ]*/
/*[ AND close_usd <> :p7 ]*/
/*[ AND close_usd <> :p8 ]*/
/*[ AND close_usd <> :p9 ]*/
/*[ AND close_usd <> :p10 ]*/
/*[ AND close_usd <> :p11 ]*/
