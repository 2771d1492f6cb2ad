SELEC nothing
