-- Example data: four small public data sets. Sources: data/README.md.

CREATE TABLE public.monthly_stock_prices (
  symbol    varchar(10)   NOT NULL,
  month     date          NOT NULL,
  close_usd numeric(10,2) NOT NULL,
  CONSTRAINT monthly_stock_prices_pk PRIMARY KEY (symbol, month)
);
CREATE INDEX monthly_stock_prices_month_ix ON public.monthly_stock_prices (month);

CREATE TABLE public.unemployment_by_industry (
  industry             varchar(40)  NOT NULL,
  month                date         NOT NULL,
  unemployed_thousands integer      NOT NULL,
  rate_percent         numeric(4,1) NOT NULL,
  CONSTRAINT unemployment_by_industry_pk PRIMARY KEY (industry, month)
);
CREATE INDEX unemployment_by_industry_month_ix ON public.unemployment_by_industry (month);

-- An account code is an identifier, not a number: text. Three accounts have two agencies.
CREATE TABLE public.us_federal_receipts (
  category               varchar(60)  NOT NULL,
  subcategory            varchar(60)  NOT NULL,
  agency                 varchar(80)  NOT NULL,
  account_code           varchar(10)  NOT NULL,
  account                varchar(200) NOT NULL,
  fiscal_year            integer      NOT NULL,
  receipts_thousands_usd bigint       NOT NULL,
  CONSTRAINT us_federal_receipts_pk PRIMARY KEY (agency, account_code, fiscal_year)
);
CREATE INDEX us_federal_receipts_year_ix ON public.us_federal_receipts (fiscal_year);

CREATE TABLE public.country_health_income (
  country               varchar(60)  NOT NULL,
  income_per_person_usd integer      NOT NULL,
  life_expectancy_years numeric(5,2) NOT NULL,
  population            bigint       NOT NULL,
  region                varchar(40)  NOT NULL,
  CONSTRAINT country_health_income_pk PRIMARY KEY (country)
);
CREATE INDEX country_health_income_region_ix ON public.country_health_income (region);
